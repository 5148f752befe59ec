"use server";
import { redirect } from "next/navigation";
import { approveArticle } from "@/lib/articles/commands/approve-article";
import { assignArticle } from "@/lib/articles/commands/assign-article";
import { keepVersion } from "@/lib/articles/commands/keep-version";
import { moveToTrash } from "@/lib/articles/commands/move-to-trash";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { recallArticle } from "@/lib/articles/commands/recall-article";
import { requestChanges } from "@/lib/articles/commands/request-changes";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { restoreFromTrash } from "@/lib/articles/commands/restore-from-trash";
import { scheduleEnd } from "@/lib/articles/commands/schedule-end";
import { submitArticle } from "@/lib/articles/commands/submit-article";
import { unscheduleArticle } from "@/lib/articles/commands/unschedule-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { InputError } from "@/lib/input";
import { getSiteSettings } from "@/lib/settings/queries";
import { fromSiteTime } from "@/lib/site-time";
import { deskArticlesPath } from "@/lib/desk-urls";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

const reference = { articleId: "number", expectedVersion: "number" } as const;

/** A moment typed in the site's time zone; null when the field is empty. @throws InputError when it is no time */
async function readMoment(form: FormData, name: string): Promise<Date | null> {
  const { [name]: text = null } = readForm(form, { [name]: "text?" as const });
  if (text === null) return null;
  const { timeZone } = await getSiteSettings();
  const moment = fromSiteTime(text, timeZone);
  if (!moment) throw new InputError({ [name]: ["is not a date and time"] });
  return moment;
}

async function requiredMoment(form: FormData, name: string): Promise<Date> {
  const moment = await readMoment(form, name);
  if (!moment) throw new InputError({ [name]: ["is missing"] });
  return moment;
}

/** Somebody pressed "save": the saved text becomes a revision. */
export const keep = deskAction(
  (user, form) => keepVersion(user, readForm(form, reference)),
  ({ kept }) => (kept ? "Saved as a revision." : "Saved."),
);

export const submit = deskAction(
  (user, form) => submitArticle(user, readForm(form, { ...reference, note: "text" })),
  "Submitted for review.",
);

export const recall = deskAction((user, form) => recallArticle(user, readForm(form, reference)), "Taken back.");

export const askForChanges = deskAction(
  (user, form) => requestChanges(user, readForm(form, { ...reference, comment: "text" })),
  "The author is told what should change.",
);

export const approve = deskAction(
  (user, form) => approveArticle(user, readForm(form, { ...reference, note: "text" })),
  "Approved.",
);

export const publish = deskAction(
  async (user, form) => {
    const { when, ends, ...ref } = readForm(form, { ...reference, when: "text", ends: "flag", minor: "flag" });
    const visibleFrom = when === "later" ? { visibleFrom: await requiredMoment(form, "visibleFrom") } : {};
    const visibleUntil = ends ? await requiredMoment(form, "visibleUntil") : null;
    const { slug } = await publishArticle(user, { ...ref, ...visibleFrom, visibleUntil });
    return { slug, scheduled: when === "later" };
  },
  ({ scheduled }) => (scheduled ? "Scheduled." : "Published. Readers see it now."),
);

export const reschedule = deskAction(
  async (user, form) =>
    rescheduleArticle(user, { ...readForm(form, reference), visibleFrom: await requiredMoment(form, "visibleFrom") }),
  "Moved to its new time.",
);

export const unschedule = deskAction(
  (user, form) => unscheduleArticle(user, readForm(form, reference)),
  "Taken off the schedule.",
);

export const setEnd = deskAction(async (user, form) => {
  const { reason, gone, ...ref } = readForm(form, { ...reference, reason: "text", gone: "flag" });
  const visibleUntil = await readMoment(form, "visibleUntil");
  return scheduleEnd(user, { ...ref, gone, visibleUntil, ...(reason ? { reason } : {}) });
}, "The end is set.");

export const withdraw = deskAction(
  (user, form) => withdrawArticle(user, readForm(form, { ...reference, reason: "text", gone: "flag" })),
  "Withdrawn. Readers are told so at its address.",
);

export const trash = deskAction(async (user, form) => {
  await moveToTrash(user, readForm(form, { articleId: "number" }));
  redirect(deskArticlesPath);
});

export const untrash = deskAction(
  (user, form) => restoreFromTrash(user, readForm(form, { articleId: "number" })),
  "Back from the trash.",
);

export const assign = deskAction(
  (user, form) =>
    assignArticle(user, readForm(form, { articleId: "number", editorId: "number?", reviewerId: "number?" })),
  "Assigned.",
);
