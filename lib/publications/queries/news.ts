/** News, as news search engines understand it: what was first published in the last two days, whatever its category. */
import { sql } from "@/lib/db/pool";
import { absoluteUrl } from "@/lib/urls";
import { indexableAt } from "../card-sql";

export type NewsEntry = { slug: string; categorySlug: string; headline: string; publishedAt: Date };

/** "Articles that were created in the last two days" (Google, news sitemaps). */
const newsWindow = "interval '48 hours'";
const from = `FROM publication p JOIN category c ON c.id = p.category_id
  WHERE ${indexableAt("$1", "$2")} AND p.published_at > $1::timestamptz - ${newsWindow}`;

/** Number of news at `moment`. */
export async function countNews(moment: Date): Promise<number> {
  const [row] = await sql<{ total: number }>(`SELECT count(*) AS total ${from}`, [moment, absoluteUrl("")]);
  return row?.total ?? 0;
}

/** News at `moment`, newest first: an article that leaves the window moves none of the others to another file. */
export function listNews(moment: Date, limit: number, offset = 0): Promise<NewsEntry[]> {
  return sql<NewsEntry>(
    `SELECT p.slug, c.slug AS "categorySlug", p.headline, p.published_at AS "publishedAt" ${from}
     ORDER BY p.published_at DESC, p.article_id DESC LIMIT $3 OFFSET $4`,
    [moment, absoluteUrl(""), limit, offset],
  );
}

/** Last moment at which an article stopped being news; null when none did. */
export async function lastNewsEnd(moment: Date): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }>(
    `SELECT max(published_at) + ${newsWindow} AS at FROM publication WHERE published_at <= $1::timestamptz - ${newsWindow}`,
    [moment],
  );
  return row?.at ?? null;
}
