"use server";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { scheduleEnd } from "@/lib/articles/commands/schedule-end";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { InputError } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { dayAndTime } from "@/lib/site-days";
import { fromSiteTime } from "@/lib/site-time";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

/** Moves an entry of the calendar to `at`, a time of the site's zone; an end keeps what its address says then. */
export const move = deskAction(
  async (user, form) => {
    const { at, kind, ...ref } = readForm(form, {
      articleId: "number",
      expectedVersion: "number",
      kind: "text",
      at: "text",
    });
    const { timeZone } = await getSiteSettings();
    const moment = fromSiteTime(at, timeZone);
    if (!moment) throw new InputError({ at: ["is not a date and time"] });
    if (kind === "end") {
      const { withdrawal } = await getWorkingCopy(user, ref.articleId);
      await scheduleEnd(user, {
        ...ref,
        visibleUntil: moment,
        reason: withdrawal?.reason ?? "",
        gone: withdrawal?.gone ?? false,
      });
    } else await rescheduleArticle(user, { ...ref, visibleFrom: moment });
    return dayAndTime(moment, timeZone);
  },
  (when) => `Moved to ${when}.`,
);
