import type { TransitionDecision } from "@/lib/articles/policy";
import type { ArticleState } from "@/lib/articles/states";
import type { AccountName } from "@/lib/articles/types";

/** A version that readers see, or will. */
export type PublicVersion = { path: string; visibleFrom: Date; visibleUntil: Date | null };

/** What the editor screen knows of an article besides its text. */
export type EditorArticle = {
  articleId: number;
  state: ArticleState;
  transitions: TransitionDecision[];
  live: PublicVersion | null;
  planned: PublicVersion | null;
  unpublishedChanges: boolean;
  trashedAt: Date | null;
  withdrawal: { reason: string; gone: boolean; at: Date } | null;
  editor: AccountName | null;
  assignedReviewer: AccountName | null;
  openComments: number;
};
