/** One article as its page needs it. */
import { now } from "@/lib/clock";
import { preparedSql } from "@/lib/db/pool";
import { bylineJson, toArticle, type ArticleRow } from "../article-row";
import { cardColumns, cardJoins, visibleAt } from "../card-sql";
import type { ArticleLink, ArticleView, Neighbours } from "../types";

/** Columns of an ArticleRow; needs the joins of `cardJoins`. */
export const articleColumns = `
  ${cardColumns}, p.id AS publication_id, p.category_id, p.modified_at, p.word_count, p.body, p.citations,
    p.cover_caption, p.reviewed_at, p.content_note, p.seo_title, p.seo_description, p.canonical_url, p.noindex,
    (SELECT ${bylineJson("r")} FROM person r WHERE r.id = p.reviewer_id) AS reviewer,
    (SELECT coalesce(json_agg(${bylineJson("a")} ORDER BY pa.position), '[]'::json)
       FROM publication_author pa JOIN person a ON a.id = pa.person_id WHERE pa.publication_id = p.id) AS authors,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) ORDER BY pt.position), '[]'::json)
       FROM publication_tag pt JOIN tag t ON t.id = pt.tag_id WHERE pt.publication_id = p.id) AS tags`;

const articleStatement = `
  SELECT ${articleColumns}
  FROM publication p ${cardJoins}
  WHERE p.slug = $2 AND ${visibleAt("p", "$1")}`;

/**
 * The visible article with this slug, whatever its category: the page sends a reader who came by another category to
 * the right address.
 * @returns null when there is none that readers may see
 */
export async function findArticle(slug: string): Promise<ArticleView | null> {
  const [row] = await preparedSql<ArticleRow>(articleStatement, [now(), slug]);
  return row ? toArticle(row) : null;
}

type LinkRow = {
  direction: "previous" | "next";
  article_id: number;
  slug: string;
  headline: string;
  category_slug: string;
};

/** The older (previous) and the newer (next) article of the same category; deterministic when dates tie. */
export async function findNeighbours(
  article: Pick<ArticleView, "articleId" | "categoryId" | "publishedAt">,
): Promise<Neighbours> {
  const side = (direction: "previous" | "next"): string => {
    const [sign, order] = direction === "previous" ? ["<", "DESC"] : [">", "ASC"];
    return `(SELECT '${direction}' AS direction, p.article_id, p.slug, p.headline, c.slug AS category_slug
      FROM publication p JOIN category c ON c.id = p.category_id
      WHERE p.category_id = $2 AND ${visibleAt("p", "$1")} AND (p.published_at, p.article_id) ${sign} ($3, $4)
      ORDER BY p.published_at ${order}, p.article_id ${order} LIMIT 1)`;
  };
  const rows = await preparedSql<LinkRow>(`${side("previous")} UNION ALL ${side("next")}`, [
    now(),
    article.categoryId,
    article.publishedAt,
    article.articleId,
  ]);
  const find = (direction: LinkRow["direction"]): ArticleLink | null => {
    const row = rows.find((candidate) => candidate.direction === direction);
    if (!row) return null;
    return { articleId: row.article_id, slug: row.slug, headline: row.headline, categorySlug: row.category_slug };
  };
  return { previous: find("previous"), next: find("next") };
}
