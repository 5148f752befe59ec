/**
 * Articles that readers see in each category and under each tag. Counting all of them means going through
 * every publication and every link to a tag (10 and 21 ms at 100,000 articles); after a change that names what it touches,
 * only that is counted again.
 */
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { categoryPath, tagPath } from "@/lib/urls";
import type { CategoryLink, TagWeight } from "./types";

export type TagCount = Omit<TagWeight, "step">;

const articlesOfCategory = `(SELECT count(*) FROM publication p WHERE p.category_id = c.id AND ${visibleAt("p", "$1")})`;

/** All categories, in their order. */
export function readCategories(moment: Date): Promise<CategoryLink[]> {
  return sql<CategoryLink>(
    `SELECT c.id, c.slug, c.name, c.description, c.parent_id AS "parentId", ${articlesOfCategory} AS articles
     FROM category c ORDER BY c.position, c.id`,
    [moment],
  );
}

/** @param named addresses of what changed @returns `known` with the categories among them counted again */
export async function recountCategories(
  known: readonly CategoryLink[],
  named: readonly string[],
  moment: Date,
): Promise<CategoryLink[]> {
  const touched = known.filter(({ slug }) => named.includes(categoryPath(slug)));
  if (touched.length === 0) return [...known];
  const rows = await sql<{ id: number; articles: number }>(
    `SELECT c.id, ${articlesOfCategory} AS articles FROM category c WHERE c.id = ANY ($2)`,
    [moment, touched.map(({ id }) => id)],
  );
  const counted = new Map(rows.map(({ id, articles }) => [id, articles]));
  return known.map((category) => ({ ...category, articles: counted.get(category.id) ?? category.articles }));
}

/**
 * Links of tags to publications that readers don't see: not yet, or not any more. Together with all links of a tag, which an
 * index counts, they give what is seen without reading what is seen, which is nearly everything.
 */
const unseenLinks = `
  FROM publication p JOIN publication_tag j ON j.publication_id = p.id WHERE (p.visible_from > $1 OR p.visible_until <= $1)`;

/** Tags that have an article, by name. */
export function countTags(moment: Date): Promise<TagCount[]> {
  return sql<TagCount>(
    `SELECT t.id, t.slug, t.name, linked.count - coalesce(unseen.count, 0) AS articles FROM tag t
     JOIN (SELECT tag_id, count(*) FROM publication_tag GROUP BY tag_id) AS linked ON linked.tag_id = t.id
     LEFT JOIN (SELECT j.tag_id, count(*) ${unseenLinks} GROUP BY j.tag_id) AS unseen ON unseen.tag_id = t.id
     WHERE linked.count > coalesce(unseen.count, 0) ORDER BY lower(t.name)`,
    [moment],
  );
}

/** @param named addresses of what changed @returns `known` with the tags among them counted again */
export async function recountTags(
  known: readonly TagCount[],
  named: readonly string[],
  moment: Date,
): Promise<TagCount[]> {
  const prefix = tagPath("");
  const slugs = named.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  if (slugs.length === 0) return [...known];
  const rows = await sql<{ id: number; articles: number }>(
    `SELECT t.id, (SELECT count(*) FROM publication_tag WHERE tag_id = t.id)
                 - (SELECT count(*) ${unseenLinks} AND j.tag_id = t.id) AS articles
     FROM tag t WHERE t.slug = ANY ($2)`,
    [moment, slugs],
  );
  const counted = new Map(rows.map(({ id, articles }) => [id, articles]));
  const ids = new Set(known.map(({ id }) => id));
  // A tag with its first article: where it stands among the others is for the database to say, which knows their order.
  if (rows.some(({ id, articles }) => articles > 0 && !ids.has(id))) return countTags(moment);
  return known
    .map((tag) => ({ ...tag, articles: counted.get(tag.id) ?? tag.articles }))
    .filter(({ articles }) => articles > 0);
}
