/** The desk's picture library: lists, search, folders. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { offsetOf, pageOf, type PageOf } from "@/lib/pagination";
import { mediaCursor, mediaFilterInput, type MediaFilterInput } from "./schema";
import type { MediaFolderView, MediaItem } from "./types";

/** Pictures on a page of the library: fills a wide screen, and divides by 2, 3, 4 and 6 columns. */
export const libraryPageSize = 48;

const itemColumns = `
  m.id, m.key, m.width, m.height, m.widths, m.placeholder, m.alt, m.credit, m.original_name AS "originalName", m.bytes,
  m.decorative, m.focal_x AS "focalX", m.focal_y AS "focalY", m.crops, m.folder_id AS "folderId", m.created_at AS "createdAt"`;

/** Exactly the expression of media_search_idx, or the index is not used. */
const searchedText = "(m.original_name || ' ' || m.alt || ' ' || coalesce(m.credit, ''))";

/** Tables and columns that name pictures. What appears here must also stand in uses-queries.ts. */
const unusedCondition = [
  ["article", "cover_id"],
  ["publication", "cover_id"],
  ["person", "portrait_id"],
  ["advertisement", "media_id"],
  ["article_media", "media_id"],
  ["publication_media", "media_id"],
  ["page_media", "media_id"],
  ["revision_media", "media_id"],
]
  .map(([table = "", column = ""]) => `NOT EXISTS (SELECT 1 FROM ${table} used WHERE used.${column} = m.id)`)
  .join(" AND ");

/**
 * A page of the library, newest first.
 * @throws AppError "forbidden", "invalid"; "not-found" beyond the last page
 */
export async function listMedia(actor: Actor, filter: MediaFilterInput, page: number): Promise<PageOf<MediaItem>> {
  authorise(actor, "media.browse");
  const { where, values } = conditionsOf(filter);
  const size = libraryPageSize;
  const [items, [count]] = await Promise.all([
    sql<MediaItem>(
      `SELECT ${itemColumns} FROM media m ${where}
       ORDER BY m.created_at DESC, m.id DESC LIMIT ${String(size)} OFFSET ${String(offsetOf(page, size))}`,
      values,
    ),
    sql<{ total: number }>(`SELECT count(*) AS total FROM media m ${where}`, values),
  ]);
  return pageOf(items, page, count?.total ?? 0, size);
}

/** A stretch of the library; `next` is where it goes on, null at its end. */
export type MediaStretch = { items: MediaItem[]; next: string | null };

/**
 * The library from a place on, newest first: for a list that grows as one scrolls. Pictures uploaded meanwhile neither
 * repeat nor hide anything.
 * @param cursor `next` of the stretch before, or null for the start
 * @throws AppError "forbidden", "invalid"
 */
export async function listMediaFrom(
  actor: Actor,
  filter: MediaFilterInput,
  cursor: string | null,
): Promise<MediaStretch> {
  authorise(actor, "media.browse");
  const place = cursor === null ? null : parseInput(mediaCursor, cursor);
  const { where, values } = conditionsOf(filter, place);
  const items = await sql<MediaItem>(
    `SELECT ${itemColumns} FROM media m ${where}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${String(libraryPageSize)}`,
    values,
  );
  const last = items.length === libraryPageSize ? items.at(-1) : undefined;
  return { items, next: last ? `${String(last.createdAt.getTime())}-${String(last.id)}` : null };
}

function conditionsOf(
  filter: MediaFilterInput,
  behind: { createdAt: Date; mediaId: number } | null = null,
): { where: string; values: unknown[] } {
  const { folderId, search, unused } = parseInput(mediaFilterInput, filter);
  const conditions: string[] = [];
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${String(values.push(value))}`;
  if (behind) conditions.push(`(m.created_at, m.id) < (${given(behind.createdAt)}, ${given(behind.mediaId)})`);
  if (folderId === null) conditions.push("m.folder_id IS NULL");
  if (typeof folderId === "number") {
    conditions.push(`m.folder_id IN (
      WITH RECURSIVE below AS (
        SELECT ${given(folderId)}::int AS id
        UNION SELECT f.id FROM media_folder f JOIN below ON f.parent_id = below.id
      ) SELECT id FROM below)`);
  }
  for (const word of search.split(/\s+/).filter((part) => part !== "")) {
    conditions.push(`${searchedText} ILIKE ${given(`%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)}`);
  }
  if (unused) conditions.push(unusedCondition);
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "", values };
}

/** One picture of the library. @throws AppError "forbidden", "not-found" */
export async function getMediaItem(actor: Actor, mediaId: number): Promise<MediaItem> {
  authorise(actor, "media.browse");
  const [item] = await sql<MediaItem>(`SELECT ${itemColumns} FROM media m WHERE m.id = $1`, [mediaId]);
  if (!item) throw new AppError("not-found", "There is no such picture.");
  return item;
}

/** All folders, each behind its parent, neighbours by name. @throws AppError "forbidden" */
export function listMediaFolders(actor: Actor): Promise<MediaFolderView[]> {
  authorise(actor, "media.browse");
  return sql<MediaFolderView>(
    `WITH RECURSIVE tree AS (
       SELECT f.id, f.parent_id, f.name, ARRAY[f.name] AS path, ARRAY[lower(f.name)] AS place
       FROM media_folder f WHERE f.parent_id IS NULL
       UNION ALL
       SELECT f.id, f.parent_id, f.name, tree.path || f.name, tree.place || lower(f.name)
       FROM media_folder f JOIN tree ON f.parent_id = tree.id
     )
     SELECT tree.id, tree.parent_id AS "parentId", tree.name, tree.path,
       (SELECT count(*) FROM media m WHERE m.folder_id = tree.id) AS pictures
     FROM tree ORDER BY tree.place`,
  );
}
