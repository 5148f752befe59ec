/** The columns of the board, in the order of their urgency. Pure. */
import type { ArticleListItem } from "@/lib/articles/types";
import { deskArticleListPath, deskCalendarPath } from "@/lib/desk-urls";

export type BoardColumnId = "changesRequested" | "toReview" | "toApprove" | "toPublish" | "scheduledSoon" | "myDrafts";

/** What the server knows of each. */
export type BoardContent = Record<BoardColumnId, { items: ArticleListItem[]; total: number }>;

/** What somebody's role lets them do; a column for something else would stay empty for ever. */
export type BoardRole = { writes: boolean; reviews: boolean; publishes: boolean };

export type BoardColumn = {
  id: BoardColumnId;
  title: string;
  /** Said while nothing is in it. */
  empty: string;
  /** Where all of them are. */
  href: string;
};

type Definition = Omit<BoardColumn, "href"> & { href: (userId: number) => string; needs?: keyof BoardRole };

const definitions: Definition[] = [
  {
    id: "changesRequested",
    title: "Changes requested",
    empty: "Nobody asks you for changes.",
    href: () => deskArticleListPath({ state: "changes_requested", mine: true }),
    needs: "writes",
  },
  {
    id: "toReview",
    title: "For you to review",
    empty: "No review is assigned to you.",
    href: (assigned) => deskArticleListPath({ state: "in_review", assigned }),
    needs: "reviews",
  },
  {
    id: "toApprove",
    title: "Waiting for a reviewer",
    empty: "Every submitted article has a reviewer.",
    href: () => deskArticleListPath({ state: "in_review" }),
    needs: "reviews",
  },
  {
    id: "toPublish",
    title: "Ready to publish",
    empty: "No approved article waits.",
    href: () => deskArticleListPath({ state: "approved" }),
    needs: "publishes",
  },
  {
    id: "scheduledSoon",
    title: "Appearing this week",
    empty: "Nothing is scheduled for the next seven days.",
    href: () => deskCalendarPath,
  },
  {
    id: "myDrafts",
    title: "Your drafts",
    empty: "You have no drafts.",
    href: () => deskArticleListPath({ state: "draft", mine: true }),
    needs: "writes",
  },
];

/** The columns that concern a role. @param userId whose board it is */
export function boardColumns(userId: number, role: BoardRole): BoardColumn[] {
  return definitions
    .filter(({ needs }) => needs === undefined || role[needs])
    .map(({ id, title, empty, href }) => ({ id, title, empty, href: href(userId) }));
}
