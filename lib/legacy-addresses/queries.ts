import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { articlePath, authorPath, categoryPath, mediaVariant, staticPagePath } from "@/lib/urls";
import type { LegacyKind } from "./schema";
import { isUploadPath } from "./upload-names";

type ArticleAddress = { categorySlug: string; slug: string };

type TargetRow = {
  kind: LegacyKind;
  path: string | null;
  /** Of a page, a category or a person. */
  slug: string | null;
  articleId: number | null;
  mediaId: number | null;
  mediaKey: string | null;
  mediaWidth: number | null;
};

const target = `
  SELECT l.kind, l.path, l.article_id AS "articleId", l.media_id AS "mediaId", coalesce(g.slug, c.slug, a.slug) AS slug,
    m.key AS "mediaKey", (SELECT max(width) FROM unnest(m.widths) AS w (width)) AS "mediaWidth"
  FROM legacy_address l
  LEFT JOIN page g ON g.id = l.page_id LEFT JOIN category c ON c.id = l.category_id
  LEFT JOIN person a ON a.id = l.person_id LEFT JOIN media m ON m.id = l.media_id`;

/** Where something of the earlier site is now, by its number there; null when it never came, or is not public. */
export async function findByLegacyId(kinds: readonly LegacyKind[], legacyId: number): Promise<string | null> {
  const [row] = await sql<TargetRow>(`${target} WHERE l.legacy_id = $1 AND l.kind::text = ANY ($2) LIMIT 1`, [
    legacyId,
    kinds,
  ]);
  return row ? addressOf(row) : null;
}

/** The same by where it was. @param paths canonical, likeliest first */
export async function findByLegacyPath(paths: readonly string[]): Promise<string | null> {
  const [row] = await sql<TargetRow>(
    `${target} WHERE l.path = ANY ($1::text[]) ORDER BY array_position($1::text[], l.path) LIMIT 1`,
    [paths],
  );
  return row ? addressOf(row) : null;
}

async function addressOf(row: TargetRow): Promise<string | null> {
  switch (row.kind) {
    case "article":
      return addressOfArticle(row.articleId);
    case "media":
      return (isUploadPath(row.path ?? "") ? null : await storyWith(row.mediaId)) ?? fileOf(row);
    case "page":
      return row.slug === null ? null : staticPagePath(row.slug);
    case "category":
      return row.slug === null ? null : categoryPath(row.slug);
    case "person":
      return row.slug === null ? null : authorPath(row.slug);
  }
}

/** Of an article that readers see, or of the notice that it was withdrawn. */
async function addressOfArticle(articleId: number | null): Promise<string | null> {
  const values = [now(), articleId];
  const [visible] = await sql<ArticleAddress>(
    `SELECT c.slug AS "categorySlug", p.slug FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.article_id = $2 AND ${visibleAt("p", "$1")} LIMIT 1`,
    values,
  );
  if (visible) return articlePath(visible);
  const [withdrawn] = await sql<{ path: string }>(
    `SELECT path FROM withdrawal WHERE article_id = $2 AND at <= $1 AND (lifted_at IS NULL OR lifted_at > $1)
     ORDER BY at DESC, id DESC LIMIT 1`,
    values,
  );
  return withdrawn?.path ?? null;
}

/** The first story that readers see the picture in: what the page of an attachment was for. */
async function storyWith(mediaId: number | null): Promise<string | null> {
  const [story] = await sql<ArticleAddress>(
    `SELECT c.slug AS "categorySlug", p.slug FROM (
       SELECT id FROM publication WHERE cover_id = $2
       UNION SELECT publication_id FROM publication_media WHERE media_id = $2) AS used
     JOIN publication p ON p.id = used.id JOIN category c ON c.id = p.category_id
     WHERE ${visibleAt("p", "$1")} ORDER BY p.published_at, p.article_id LIMIT 1`,
    [now(), mediaId],
  );
  return story ? articlePath(story) : null;
}

/** The largest file that every program reads. */
function fileOf({ mediaKey, mediaWidth }: TargetRow): string | null {
  return mediaKey === null || mediaWidth === null ? null : mediaVariant(mediaKey, mediaWidth, "jpg");
}
