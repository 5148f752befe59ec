/** The row of one article, from whichever table, and how it becomes what the article page shows. */
import { log } from "@/lib/log";
import { citationsSchema } from "@/lib/richtext/citation";
import { parseDocument } from "@/lib/richtext/parse";
import { toCard, type CardRow } from "./card-sql";
import type { ArticleView, Byline, TagLink } from "./types";

export type ArticleRow = CardRow & {
  publication_id: number;
  category_id: number;
  modified_at: Date;
  word_count: number;
  body: unknown;
  citations: unknown;
  cover_caption: string | null;
  reviewed_at: Date | null;
  content_note: string | null;
  seo_title: string | null;
  seo_description: string | null;
  canonical_url: string | null;
  noindex: boolean;
  authors: Byline[];
  reviewer: Byline | null;
  tags: TagLink[];
};

/** A person as JSON. @param alias of table person */
export const bylineJson = (alias: string): string =>
  `json_build_object('slug', ${alias}.slug, 'name', ${alias}.name, 'credentials', ${alias}.credentials, 'kind', ${alias}.kind)`;

/** Blocks that this version does not know are left out and logged. */
export function toArticle(row: ArticleRow): ArticleView {
  const { doc, unknown } = parseDocument(row.body);
  if (unknown.length > 0) {
    log().warn({ articleId: row.article_id, unknown }, "the body has blocks that this version can't show");
  }
  return {
    ...toCard(row),
    publicationId: row.publication_id,
    categoryId: row.category_id,
    modifiedAt: row.modified_at,
    wordCount: row.word_count,
    body: doc,
    citations: citationsSchema.parse(row.citations),
    coverCaption: row.cover_caption,
    authors: row.authors,
    reviewer: row.reviewer,
    reviewedAt: row.reviewed_at,
    tags: row.tags,
    contentNote: row.content_note,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    canonicalUrl: row.canonical_url,
    noindex: row.noindex,
  };
}
