/** A working copy as its page would show it. Whoever holds a signed link may see it (preview-link.ts). */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { bylineJson, toArticle, type ArticleRow } from "@/lib/publications/article-row";
import type { ArticleView } from "@/lib/publications/types";
import { plainText } from "@/lib/richtext/plain-text";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { countWords, readingMinutes } from "@/lib/richtext/words";

export type Preview = { article: ArticleView; savedAt: Date };

type PreviewRow = Omit<ArticleRow, "published_at" | "modified_at" | "word_count" | "reading_minutes"> & {
  published_at: Date | null;
  saved_at: Date;
};

// A draft may lack a category; its preview stands under the address of no category.
const previewStatement = `
  SELECT a.id AS article_id, a.slug, a.headline, a.excerpt, a.first_published_at AS published_at, a.updated_at AS saved_at, a.cover_alt,
    coalesce(c.slug, 'draft') AS category_slug, coalesce(c.name, 'No category yet') AS category_name,
    m.id AS media_id, m.key AS media_key, m.width AS media_width, m.height AS media_height, m.widths AS media_widths,
    m.placeholder AS media_placeholder, m.credit AS media_credit,
    m.focal_x AS media_focal_x, m.focal_y AS media_focal_y, m.crops AS media_crops,
    0 AS publication_id, coalesce(a.category_id, 0) AS category_id, a.body, a.citations, a.cover_caption, a.reviewed_at,
    a.content_note, a.seo_title, a.seo_description, a.canonical_url, a.noindex,
    (SELECT ${bylineJson("r")} FROM person r WHERE r.id = a.reviewer_id) AS reviewer,
    (SELECT coalesce(json_agg(${bylineJson("w")} ORDER BY aa.position), '[]'::json)
       FROM article_author aa JOIN person w ON w.id = aa.person_id WHERE aa.article_id = a.id) AS authors,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) ORDER BY at.position), '[]'::json)
       FROM article_tag at JOIN tag t ON t.id = at.tag_id WHERE at.article_id = a.id) AS tags
  FROM article a
  LEFT JOIN category c ON c.id = a.category_id
  LEFT JOIN media m ON m.id = a.cover_id
  WHERE a.id = $1 AND a.trashed_at IS NULL`;

/** @returns null when the article is gone or in the trash */
export async function findPreview(articleId: number): Promise<Preview | null> {
  const [row] = await sql<PreviewRow>(previewStatement, [articleId]);
  if (!row) return null;
  const publishedAt = row.published_at ?? now();
  const article = toArticle({
    ...row,
    headline: row.headline || "Without a headline",
    published_at: publishedAt,
    modified_at: publishedAt > row.saved_at ? publishedAt : row.saved_at,
    word_count: 0,
    reading_minutes: 1,
  });
  const body = withHeadingIds(article.body);
  const wordCount = countWords(plainText(body));
  return { article: { ...article, body, wordCount, readingMinutes: readingMinutes(wordCount) }, savedAt: row.saved_at };
}
