/** What crawlers may index, in address order of age. Only canonical, indexable, visible articles. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "../card-sql";

export type SitemapEntry = { slug: string; categorySlug: string; modifiedAt: Date };
export type NewsEntry = { slug: string; categorySlug: string; headline: string; publishedAt: Date };

const indexable = `${visibleAt("p", "$1")} AND NOT p.noindex AND p.canonical_url IS NULL`;
/** A news sitemap holds what was published in the last two days (Google, news sitemaps). */
const newsWindow = "interval '48 hours'";

/** Number of indexable articles. */
export async function countSitemapEntries(): Promise<number> {
  const [row] = await sql<{ total: number }>(`SELECT count(*) AS total FROM publication p WHERE ${indexable}`, [now()]);
  return row?.total ?? 0;
}

/** `limit` entries after the first `offset`, oldest first, so that a file that is full never changes its members. */
export function listSitemapEntries(limit: number, offset: number): Promise<SitemapEntry[]> {
  return sql<SitemapEntry>(
    `SELECT p.slug, c.slug AS "categorySlug", p.modified_at AS "modifiedAt"
     FROM publication p JOIN category c ON c.id = p.category_id WHERE ${indexable}
     ORDER BY p.published_at, p.article_id LIMIT $2 OFFSET $3`,
    [now(), limit, offset],
  );
}

/** Indexable articles first published within the last 48 hours, newest first. */
export function listNewsEntries(limit: number): Promise<NewsEntry[]> {
  return sql<NewsEntry>(
    `SELECT p.slug, c.slug AS "categorySlug", p.headline, p.published_at AS "publishedAt"
     FROM publication p JOIN category c ON c.id = p.category_id
     WHERE ${indexable} AND p.published_at > $1::timestamptz - ${newsWindow}
     ORDER BY p.published_at DESC, p.article_id DESC LIMIT $2`,
    [now(), limit],
  );
}
