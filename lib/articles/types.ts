/** What the desk is shown of articles: plain objects, made by queries/. */
import type { ArticleState } from "./states";

/** An account, as far as colleagues need to know it. */
export type AccountName = { id: number; name: string };

export type ArticleListItem = {
  articleId: number;
  version: number;
  /** Empty until somebody gave it one. */
  headline: string;
  slug: string;
  /** At the moment of the query. */
  state: ArticleState;
  /** Whether readers see a version of it, whatever the state of the work on the next. */
  live: boolean;
  unpublishedChanges: boolean;
  categoryName: string | null;
  /** Names of the byline. */
  authors: string[];
  createdAt: Date;
  updatedAt: Date;
  firstPublishedAt: Date | null;
  publicFrom: Date | null;
  publicUntil: Date | null;
  trashedAt: Date | null;
  createdBy: AccountName | null;
  editor: AccountName | null;
  assignedReviewer: AccountName | null;
};

export type ArticleList = {
  items: ArticleListItem[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  /** How many articles there are; with `totalCapped` at least so many. */
  total: number;
  totalCapped: boolean;
};

/** One remark. */
export type CommentReply = { id: number; body: string; by: AccountName | null; createdAt: Date };

/** A discussion of a passage, or of the whole text (no anchor). */
export type CommentThread = CommentReply & {
  /** The passage it is about: its words, and the block that has them now (null: none has them any more). */
  anchor: { quote: string; blockIndex: number | null } | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  replies: CommentReply[];
};

/** A revision, without its text. */
export type RevisionSummary = {
  id: number;
  /** Counts the revisions of the article, from 1. */
  number: number;
  /** Why it was kept: "saved", "submitted", "published", … */
  reason: string;
  createdAt: Date;
  /** Name of the account; null when it is gone, or for the magazine itself. */
  by: string | null;
  headline: string;
  /** Whether it is what readers see now. */
  live: boolean;
};
