import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { getSiteSettings } from "@/lib/settings/queries";
import { articlePath } from "@/lib/urls";
import { lastWeeks } from "../month";

/** Half a year. */
const shownWeeks = 26;
/** The magazine's own rule: a reviewed text is reviewed again within two years. */
const reviewLife = "interval '24 months'";
/** A draft that nobody touched for this long is probably forgotten. */
const staleAfter = "interval '30 days'";
const endsSoon = "interval '7 days'";

export type Dashboard = {
  /** Articles that became public for the first time, by week of the site's calendar; the present week last. */
  weeks: { start: Date; published: number }[];
  attention: {
    /** Public, and last reviewed more than 24 months ago. */
    overdueReviews: number;
    /** Not touched for 30 days. */
    staleDrafts: number;
    waitingForReview: number;
    changesRequested: number;
    /** Public, and ending within 7 days. */
    endingSoon: number;
  };
};

/** What the newsroom did, and what it should look at. @throws AppError "forbidden" */
export async function getDashboard(actor: Actor): Promise<Dashboard> {
  authorise(actor, "article.read");
  const moment = now();
  const { timeZone } = await getSiteSettings();
  const starts = lastWeeks(moment, timeZone, shownWeeks);
  const [published, [attention]] = await Promise.all([
    sql<{ week: number; published: number }>(
      `SELECT width_bucket(a.first_published_at, $1::timestamptz[]) AS week, count(*) AS published FROM article a
       WHERE coalesce(a.first_published_at, '-infinity'::timestamptz) >= $2
         AND coalesce(a.first_published_at, '-infinity'::timestamptz) <= $3
       GROUP BY 1`,
      [starts, starts[0], moment],
    ),
    sql<Dashboard["attention"]>(attentionStatement, [moment]),
  ]);
  const counts = new Map(published.map((row) => [row.week, row.published]));
  return {
    weeks: starts.map((start, index) => ({ start, published: counts.get(index + 1) ?? 0 })),
    attention: attention ?? {
      overdueReviews: 0,
      staleDrafts: 0,
      waitingForReview: 0,
      changesRequested: 0,
      endingSoon: 0,
    },
  };
}

const overdue = `p.reviewed_at < $1::timestamptz - ${reviewLife} AND ${visibleAt("p", "$1")}`;

const attentionStatement = `
  SELECT
    (SELECT count(*) FROM publication p WHERE ${overdue}) AS "overdueReviews",
    (SELECT count(*) FROM article a WHERE a.state = 'draft' AND a.trashed_at IS NULL
       AND a.updated_at < $1::timestamptz - ${staleAfter}) AS "staleDrafts",
    (SELECT count(*) FROM article a WHERE a.state = 'in_review' AND a.trashed_at IS NULL) AS "waitingForReview",
    (SELECT count(*) FROM article a WHERE a.state = 'changes_requested' AND a.trashed_at IS NULL) AS "changesRequested",
    (SELECT count(*) FROM article a WHERE a.public_until > $1
       AND a.public_until < $1::timestamptz + ${endsSoon}) AS "endingSoon"`;

export type OverdueReview = { articleId: number; headline: string; path: string; reviewedAt: Date };

/** Public articles whose review is older than 24 months, the oldest first. @throws AppError "forbidden" */
export async function listOverdueReviews(actor: Actor, limit = 50): Promise<OverdueReview[]> {
  authorise(actor, "article.read");
  const rows = await sql<Omit<OverdueReview, "path"> & { slug: string; categorySlug: string }>(
    `SELECT p.article_id AS "articleId", p.headline, p.slug, c.slug AS "categorySlug", p.reviewed_at AS "reviewedAt"
     FROM publication p JOIN category c ON c.id = p.category_id
     WHERE ${overdue} ORDER BY p.reviewed_at, p.article_id LIMIT $2`,
    [now(), limit],
  );
  return rows.map(({ slug, categorySlug, ...row }) => ({ ...row, path: articlePath({ slug, categorySlug }) }));
}
