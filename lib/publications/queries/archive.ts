/** The site map for people. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { newestFirst, visibleAt } from "../card-sql";
import type { ArticleLink } from "../types";

/** Newest articles listed per category. Older ones are reached through the category's own pages, so the page stays a page. */
const perCategory = 200;

export type ArchiveEntry = ArticleLink & { categoryId: number; publishedAt: Date };

/** The newest articles of every category, in the order of categories, newest first. */
export function listArchive(): Promise<ArchiveEntry[]> {
  return sql<ArchiveEntry>(
    `SELECT p.article_id AS "articleId", p.category_id AS "categoryId", c.slug AS "categorySlug", p.slug, p.headline,
       p.published_at AS "publishedAt"
     FROM category c CROSS JOIN LATERAL (
       SELECT p.article_id, p.category_id, p.slug, p.headline, p.published_at FROM publication p
       WHERE p.category_id = c.id AND ${visibleAt("p", "$1")}
       ORDER BY ${newestFirst("p")} LIMIT ${String(perCategory)}) AS p
     ORDER BY c.position, c.id, ${newestFirst("p")}`,
    [now()],
  );
}
