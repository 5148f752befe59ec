/** Tags for fields that take tags. Searching by words is findTags in queries.ts. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { slugify } from "@/lib/slug";
import { tidyTagName } from "./tag-name";

export type TagName = { id: number; slug: string; name: string };

/** More than an article can carry. */
const mostIds = 50;

/** The tags with these ids, by name; what is gone is left out. At most 50 are looked up. @throws AppError "forbidden" */
export function listTagsById(actor: Actor, ids: readonly number[]): Promise<TagName[]> {
  authorise(actor, "article.read");
  return sql<TagName>("SELECT id, slug, name FROM tag WHERE id = ANY ($1::int[]) ORDER BY lower(name), id", [
    ids.slice(0, mostIds),
  ]);
}

/**
 * The tag that somebody means who types this name: in any letter case, or with the address that the name would get.
 * @returns null when there is none
 * @throws AppError "forbidden"
 */
export async function findTagNamed(actor: Actor, typed: string): Promise<TagName | null> {
  authorise(actor, "article.read");
  const name = tidyTagName(typed);
  const [tag] = await sql<TagName>(
    `SELECT id, slug, name FROM tag WHERE lower(name) = lower($1) OR slug = $2
     ORDER BY (name = $1) DESC, (lower(name) = lower($1)) DESC, id LIMIT 1`,
    [name, slugify(name)],
  );
  return tag ?? null;
}
