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
