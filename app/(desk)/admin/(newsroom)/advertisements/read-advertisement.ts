import type { AdvertisementInput } from "@/lib/advertising/schema";
import { InputError } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { fromSiteTime } from "@/lib/site-time";
import { readForm } from "@/lib/web/read-form";

/**
 * What an advertisement's form says. Verbs check it; only times are read here, in the site's time zone.
 * @throws InputError for a time that is none
 */
export async function readAdvertisement(form: FormData): Promise<AdvertisementInput> {
  const { kind, startsAt, endsAt, ...fields } = readForm(form, {
    name: "text",
    slot: "text",
    kind: "text",
    width: "number",
    height: "number",
    enabled: "flag",
    startsAt: "text",
    endsAt: "text",
  });
  const image = readForm(form, { "content.mediaId": "number", "content.alt": "text", "content.href": "text" });
  const { timeZone } = await getSiteSettings();
  const content =
    kind === "html"
      ? { kind, html: readForm(form, { "content.html": "text" })["content.html"] }
      : { kind: "image", mediaId: image["content.mediaId"], alt: image["content.alt"], href: image["content.href"] };
  const times = { startsAt: readTime("startsAt", startsAt, timeZone), endsAt: readTime("endsAt", endsAt, timeZone) };
  return { ...fields, ...times, content } as AdvertisementInput;
}

function readTime(name: string, text: string, timeZone: string): Date | null {
  if (text.trim() === "") return null;
  const moment = fromSiteTime(text, timeZone);
  if (!moment) throw new InputError({ [name]: ["is no date and time"] });
  return moment;
}
