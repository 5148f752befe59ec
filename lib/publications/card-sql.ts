/** The one place that says what "visible" means in SQL, and what a card is made of. */
import type { MediaView } from "@/lib/media/types";
import type { ArticleCard } from "./types";

/**
 * Condition for rows a reader may see at the moment `parameter` (visible_from <= now < visible_until).
 * @param alias the publication's alias in the statement
 * @param parameter a placeholder such as "$1", holding clock.now()
 */
export function visibleAt(alias: string, parameter: string): string {
  return `${alias}.visible_from <= ${parameter} AND (${alias}.visible_until IS NULL OR ${alias}.visible_until > ${parameter})`;
}

/**
 * Condition for articles that search engines may list at their own address; needs the publication as `p` and its category
 * as `c`. A canonical address that is the article's own, written as articlePath() (lib/article-path.ts) writes it, changes
 * nothing.
 * @param moment placeholder of clock.now()
 * @param origin placeholder of absoluteUrl("")
 */
export function indexableAt(moment: string, origin: string): string {
  return `${visibleAt("p", moment)} AND NOT p.noindex
    AND (p.canonical_url IS NULL OR p.canonical_url = ${origin}::text || '/' || c.slug || '/' || p.slug)`;
}

/** Newest first, and a total order when two carry the same instant. */
export function newestFirst(alias: string): string {
  return `${alias}.published_at DESC, ${alias}.article_id DESC`;
}

/** Columns of a card; needs the joins of `cardJoins`. */
export const cardColumns = `
  p.article_id, p.slug, p.headline, p.excerpt, p.published_at, p.reading_minutes, p.cover_alt,
  c.slug AS category_slug, c.name AS category_name,
  m.id AS media_id, m.key AS media_key, m.width AS media_width, m.height AS media_height, m.widths AS media_widths,
  m.placeholder AS media_placeholder, m.credit AS media_credit,
  m.focal_x AS media_focal_x, m.focal_y AS media_focal_y, m.crops AS media_crops`;

export const cardJoins = `
  JOIN category c ON c.id = p.category_id
  LEFT JOIN media m ON m.id = p.cover_id`;

/**
 * The cards of publication ids that a cheap inner query found, newest first.
 * @param more further columns, for example "p.category_id"
 */
export function cardsOf(idQuery: string, ...more: string[]): string {
  const columns = [cardColumns, ...more].join(", ");
  return `SELECT ${columns} FROM (${idQuery}) AS found JOIN publication p ON p.id = found.id ${cardJoins} ORDER BY ${newestFirst("p")}`;
}

type MediaColumns = {
  media_id: number | null;
  media_key: string | null;
  media_width: number | null;
  media_height: number | null;
  media_widths: number[] | null;
  media_placeholder: string | null;
  media_credit: string | null;
  media_focal_x: number | null;
  media_focal_y: number | null;
  media_crops: string[] | null;
};

export type CardRow = MediaColumns & {
  article_id: number;
  slug: string;
  headline: string;
  excerpt: string;
  published_at: Date;
  reading_minutes: number;
  cover_alt: string;
  category_slug: string;
  category_name: string;
};

export function toCard(row: CardRow): ArticleCard {
  return {
    articleId: row.article_id,
    slug: row.slug,
    categorySlug: row.category_slug,
    categoryName: row.category_name,
    headline: row.headline,
    excerpt: row.excerpt,
    publishedAt: row.published_at,
    readingMinutes: row.reading_minutes,
    cover: toMediaView(row, row.cover_alt),
  };
}

/** The joined picture, or null when the row has none. */
export function toMediaView(row: MediaColumns, alt: string): MediaView | null {
  if (row.media_id === null || row.media_key === null) return null;
  return {
    id: row.media_id,
    key: row.media_key,
    width: row.media_width ?? 0,
    height: row.media_height ?? 0,
    widths: row.media_widths ?? [],
    placeholder: row.media_placeholder ?? "",
    alt,
    credit: row.media_credit,
    focalX: row.media_focal_x ?? 0.5,
    focalY: row.media_focal_y ?? 0.5,
    crops: row.media_crops,
  };
}
