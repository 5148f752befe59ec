/** An article in the lists of the desk, and what can be done with it there. Pure. */
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import type { ArticleState } from "@/lib/articles/states";
import type { ArticleListItem } from "@/lib/articles/types";
import type { BadgeTone } from "@/components/ui/badge";

export type ArticleRow = ArticleListItem & {
  /** What is offered; the server decides again. */
  verbs: readonly BulkVerb[];
};

export type BulkResult = { articleId: number; ok: true } | { articleId: number; ok: false; message: string };

/** How each is called, and how its result is told. */
export const verbWords: Record<BulkVerb, { label: string; done: string }> = {
  submit: { label: "Submit for review", done: "submitted" },
  recall: { label: "Take back from review", done: "taken back" },
  approve: { label: "Approve", done: "approved" },
  publish: { label: "Publish now", done: "published" },
  unschedule: { label: "Take off the schedule", done: "taken off the schedule" },
  withdraw: { label: "Withdraw…", done: "withdrawn" },
  assign: { label: "Assign…", done: "assigned" },
  moveToTrash: { label: "Move to trash", done: "moved to the trash" },
  restoreFromTrash: { label: "Restore", done: "restored" },
  remove: { label: "Delete for good…", done: "deleted for good" },
};

export const stateWords: Record<ArticleState, { label: string; tone: BadgeTone }> = {
  draft: { label: "Draft", tone: "plain" },
  in_review: { label: "In review", tone: "accent" },
  changes_requested: { label: "Changes requested", tone: "warn" },
  approved: { label: "Approved", tone: "good" },
  scheduled: { label: "Scheduled", tone: "accent" },
  published: { label: "Published", tone: "good" },
  withdrawn: { label: "Withdrawn", tone: "danger" },
};

/** How an article is called that may have no headline yet. */
export function nameOf({ headline }: { headline: string }): string {
  return headline || "Without a headline";
}

/** "1 article", "3 articles", "1,204 articles". */
export function articleCount(count: number): string {
  return count === 1 ? "1 article" : `${count.toLocaleString("en-US")} articles`;
}
