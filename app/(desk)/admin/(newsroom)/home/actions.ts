"use server";
import { redirect } from "next/navigation";
import { deskHomePath } from "@/lib/desk-urls";
import { pinStory, unpinStory } from "@/lib/home/commands";
import type { PinStoryInput, UnpinStoryInput } from "@/lib/home/schema";
import { InputError } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { fromSiteTime } from "@/lib/site-time";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const pinStoryAction = deskAction(async (user, form) => {
  const given = readForm(form, { slot: "text", articleId: "number", until: "text", expectedArticleId: "number?" });
  const { timeZone } = await getSiteSettings();
  const until = fromSiteTime(given.until, timeZone);
  if (!until) throw new InputError({ until: ["is no date and time"] });
  // What a browser sends is not typed; the verb checks all of it.
  await pinStory(user, { ...given, until } as PinStoryInput);
  redirect(deskHomePath);
});

export const unpinStoryAction = deskAction(
  (user, form) => unpinStory(user, readForm(form, { slot: "text", expectedArticleId: "number" }) as UnpinStoryInput),
  "The place fills itself again.",
);
