import type { Metadata } from "next";
import { AdvertisementScreen } from "@/components/desk/advertisements/advertisement-screen";
import { AdBox } from "@/components/site/ad-slot";
import { contentOf, getAdvertisement } from "@/lib/advertising/queries";
import { getSiteSettings } from "@/lib/settings/queries";
import { toSiteTime } from "@/lib/site-time";
import { mediaVariant } from "@/lib/urls";
import { deskPage } from "../../desk-page";
import { numberOrNotFound } from "../../read-address";
import { deleteAdvertisementAction, updateAdvertisementAction } from "../actions";

export const metadata: Metadata = { title: "Advertisement" };

export default deskPage(async (user, { params }: { params: Promise<{ id: string }> }) => {
  const advertisement = await getAdvertisement(user, numberOrNotFound((await params).id));
  const { timeZone } = await getSiteSettings();
  const { id, slot, width, height, media, startsAt, endsAt, ...fields } = advertisement;
  const content = contentOf(advertisement);
  const smallest = media?.widths[0] ?? 0;
  return (
    <AdvertisementScreen
      id={id}
      version={fields.version}
      initial={{
        ...fields,
        slot,
        width,
        height,
        picture: media && { id: media.id, thumbnail: mediaVariant(media.key, smallest, "webp") },
        startsAt: startsAt ? toSiteTime(startsAt, timeZone) : "",
        endsAt: endsAt ? toSiteTime(endsAt, timeZone) : "",
      }}
      timeZone={timeZone}
      preview={content && <AdBox advertisement={{ id, slot, width, height, content }} sizes="300px" />}
      actions={{ save: updateAdvertisementAction, remove: deleteAdvertisementAction }}
    />
  );
});
