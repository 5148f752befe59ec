import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise, decide } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import type { ArticleListItem } from "../types";
import { selectItems } from "./article-items";

/** Articles shown in a column of the board; the rest is a number and a link to the list. */
const columnSize = 10;
/** What appears within this many days counts as soon. */
const soonDays = 7;

export type BoardColumn = { items: ArticleListItem[]; total: number };

export type Board = {
  /** My articles, for which somebody asks for changes. */
  changesRequested: BoardColumn;
  /** Submitted, and I am to review them. */
  toReview: BoardColumn;
  /** Submitted by others, which I could approve and nobody else is to review. */
  toApprove: BoardColumn;
  /** Approved, and not scheduled. Only for who publishes. */
  toPublish: BoardColumn;
  /** Appear within a week: mine, or all for who publishes. */
  scheduledSoon: BoardColumn;
  myDrafts: BoardColumn;
};

/** What awaits the actor, the longest waiting first; drafts the newest first. @throws AppError "forbidden" */
export async function getBoard(actor: Actor): Promise<Board> {
  authorise(actor, "article.read");
  const mayReview = decide(actor, "article.review").allowed;
  const mayPublish = decide(actor, "article.publish").allowed;
  const waiting = "coalesce(a.submitted_at, a.updated_at), a.id";
  const mine = "a.created_by_id = $2";
  const others = "a.created_by_id IS DISTINCT FROM $2";
  const [changesRequested, toReview, toApprove, toPublish, scheduledSoon, myDrafts] = await Promise.all([
    column(actor, `a.state = 'changes_requested' AND ${mine}`, "a.updated_at DESC, a.id DESC"),
    column(actor, "a.state = 'in_review' AND a.assigned_reviewer_id = $2", waiting),
    mayReview
      ? column(actor, `a.state = 'in_review' AND a.assigned_reviewer_id IS NULL AND ${others}`, waiting)
      : nothing(),
    mayPublish ? column(actor, "a.state = 'approved'", "a.approved_at, a.id") : nothing(),
    column(
      actor,
      `a.public_from > $1 AND a.public_from < $1::timestamptz + interval '${String(soonDays)} days'
        AND (${mayPublish ? "true" : mine})`,
      "a.public_from, a.id",
    ),
    column(actor, `a.state = 'draft' AND ${mine}`, "a.updated_at DESC, a.id DESC"),
  ]);
  return { changesRequested, toReview, toApprove, toPublish, scheduledSoon, myDrafts };
}

function nothing(): Promise<BoardColumn> {
  return Promise.resolve({ items: [], total: 0 });
}

async function column(actor: Actor, condition: string, order: string): Promise<BoardColumn> {
  const values = [now(), actorUserId(actor)];
  const from = `FROM article a WHERE a.trashed_at IS NULL AND $1::timestamptz IS NOT NULL
    AND ($2::int IS NULL OR true) AND ${condition}`;
  const [items, [count]] = await Promise.all([
    selectItems(
      `SELECT a.id, row_number() OVER (ORDER BY ${order}) AS place ${from} ORDER BY ${order} LIMIT ${String(columnSize)}`,
      values,
    ),
    sql<{ total: number }>(`SELECT count(*) AS total ${from}`, values),
  ]);
  return { items, total: count?.total ?? 0 };
}
