/** Articles that programs are shown the way to. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { newestFirst, visibleAt } from "../card-sql";
import type { ArticleLink } from "../types";

export type TextEntry = ArticleLink & { categoryId: number; excerpt: string };

/**
 * The newest `perCategory` articles of every category that search engines may index and whose own home this is, in the
 * order of categories, newest first.
 */
export function listTextEntries(perCategory: number): Promise<TextEntry[]> {
  return sql<TextEntry>(
    `SELECT p.article_id AS "articleId", p.category_id AS "categoryId", c.slug AS "categorySlug", p.slug, p.headline, p.excerpt
     FROM category c CROSS JOIN LATERAL (
       SELECT * FROM publication p
       WHERE p.category_id = c.id AND ${visibleAt("p", "$1")} AND NOT p.noindex AND p.canonical_url IS NULL
       ORDER BY ${newestFirst("p")} LIMIT $2) AS p
     ORDER BY c.position, c.id, ${newestFirst("p")}`,
    [now(), perCategory],
  );
}
