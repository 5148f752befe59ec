import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { offsetOf, pageOf, type PageOf } from "@/lib/pagination";
import { visibleAt } from "@/lib/publications/card-sql";
import { categoryPath, tagPath } from "@/lib/urls";
import { listTagsInput, type ListTagsInput } from "./schema";
import type { CategoryEntry, TagEntry } from "./types";

export type TagView = { id: number; slug: string; name: string; description: string };

/** Tags on a page of the desk's list. */
const tagPageSize = 50;
/** Tags that a field for tags proposes. */
const proposed = 20;

/** A tag by its slug, or null. Whether it has visible articles is for the list to say. */
export async function findTag(slug: string): Promise<TagView | null> {
  const [row] = await sql<TagView>("SELECT id, slug, name, description FROM tag WHERE slug = $1", [slug]);
  return row ?? null;
}

/** All categories in their order, with how much is in them. @throws AppError "forbidden" */
export async function listCategories(actor: Actor): Promise<CategoryEntry[]> {
  authorise(actor, "taxonomy.edit");
  const rows = await sql<Omit<CategoryEntry, "path">>(
    `SELECT c.id, c.slug, c.name, c.description, c.parent_id AS "parentId", c.version,
       (SELECT count(*) FROM article a WHERE a.category_id = c.id AND a.trashed_at IS NULL) AS articles,
       (SELECT count(*) FROM publication p WHERE p.category_id = c.id AND ${visibleAt("p", "$1")}) AS live
     FROM category c ORDER BY c.position, c.id`,
    [now()],
  );
  return rows.map((row) => ({ ...row, path: categoryPath(row.slug) }));
}

/** Categories to choose from, for everybody who reads articles in the desk. @throws AppError "forbidden" */
export async function listCategoryChoices(
  actor: Actor,
): Promise<{ id: number; slug: string; name: string; parentId: number | null }[]> {
  authorise(actor, "article.read");
  return sql(`SELECT id, slug, name, parent_id AS "parentId" FROM category ORDER BY position, id`);
}

type TagRow = Omit<TagEntry, "path">;
const withPath = (row: TagRow): TagEntry => ({ ...row, path: tagPath(row.slug) });

const tagColumns = "t.id, t.slug, t.name, t.description, t.version";
const tagUses = "(SELECT count(*) FROM article_tag j WHERE j.tag_id = t.id) AS articles";

/**
 * A page of the tags. By name the uses of one page are counted; by use those of all tags, in one pass over their links.
 * @throws AppError "forbidden", "invalid"; "not-found" beyond the last page
 */
export async function listTags(actor: Actor, input: ListTagsInput): Promise<PageOf<TagEntry>> {
  authorise(actor, "taxonomy.edit");
  const { words, sort, page } = parseInput(listTagsInput, input);
  const matching = "($1 = '' OR t.name ILIKE $2 OR t.slug LIKE $2)";
  const values = [words, `%${words.replace(/[\\%_]/g, "\\$&")}%`];
  const [rows, [count]] = await Promise.all([
    sql<TagRow>(tagStatement(sort, matching), [...values, tagPageSize, offsetOf(page, tagPageSize)]),
    sql<{ total: number }>(`SELECT count(*) AS total FROM tag t WHERE ${matching}`, values),
  ]);
  return pageOf(rows.map(withPath), page, count?.total ?? 0, tagPageSize);
}

function tagStatement(sort: "name" | "most-used" | "least-used", matching: string): string {
  if (sort === "name") {
    return `SELECT ${tagColumns}, ${tagUses} FROM (
        SELECT * FROM tag t WHERE ${matching} ORDER BY lower(t.name), t.id LIMIT $3 OFFSET $4) AS t
      ORDER BY lower(t.name), t.id`;
  }
  return `SELECT ${tagColumns}, coalesce(used.articles, 0) AS articles FROM tag t
    LEFT JOIN (SELECT tag_id, count(*) AS articles FROM article_tag GROUP BY tag_id) AS used ON used.tag_id = t.id
    WHERE ${matching}
    ORDER BY articles ${sort === "most-used" ? "DESC" : "ASC"}, lower(t.name), t.id LIMIT $3 OFFSET $4`;
}

/** One tag for its form. @throws AppError "forbidden", "not-found" */
export async function getTag(actor: Actor, id: number): Promise<TagEntry> {
  authorise(actor, "taxonomy.edit");
  const [row] = await sql<TagRow>(`SELECT ${tagColumns}, ${tagUses} FROM tag t WHERE t.id = $1`, [id]);
  if (!row) throw new AppError("not-found", "There is no such tag. It may have been merged into another one.");
  return withPath(row);
}

/** Tags whose name holds `words`, those that start with it first. For fields that take tags. @throws AppError "forbidden" */
export async function findTags(actor: Actor, words: string): Promise<TagEntry[]> {
  authorise(actor, "article.read");
  const typed = words.trim().slice(0, 80);
  const escaped = typed.replace(/[\\%_]/g, "\\$&");
  const rows = await sql<TagRow>(
    `SELECT ${tagColumns}, ${tagUses} FROM (
       SELECT * FROM tag t WHERE t.name ILIKE $1
       ORDER BY (t.name ILIKE $2) DESC, length(t.name), lower(t.name), t.id LIMIT ${String(proposed)}) AS t
     ORDER BY (t.name ILIKE $2) DESC, length(t.name), lower(t.name), t.id`,
    [`%${escaped}%`, `${escaped}%`],
  );
  return rows.map(withPath);
}
