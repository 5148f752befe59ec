/** Rows of the desk's lists. Private to the queries of this folder. */
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { stateSql } from "../state-sql";
import type { ArticleListItem } from "../types";

const account = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

/**
 * The row itself says it, unless its newest version waits while an earlier one may be live. Only then are publications
 * read: for a whole page of rows that would cost more than the page (the planner takes the GiST index of an exclusion
 * constraint, and reads hundreds of its pages a row).
 */
const isLive = `CASE
  WHEN a.public_from IS NULL THEN false
  WHEN a.public_from <= $1 THEN a.public_until IS NULL OR a.public_until > $1
  ELSE EXISTS (SELECT 1 FROM publication p WHERE p.article_id = a.id AND ${visibleAt("p", "$1")}) END`;

const itemColumns = `
  a.id AS "articleId", a.version, a.headline, a.slug, ${stateSql("a", "$1")} AS state,
  ${isLive} AS live,
  a.unpublished_changes AS "unpublishedChanges", c.name AS "categoryName",
  ARRAY(SELECT person.name FROM article_author j JOIN person ON person.id = j.person_id
        WHERE j.article_id = a.id ORDER BY j.position) AS authors,
  a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.first_published_at AS "firstPublishedAt",
  a.public_from AS "publicFrom", a.public_until AS "publicUntil", a.trashed_at AS "trashedAt",
  ${account("creator")} AS "createdBy", ${account("editor")} AS editor, ${account("reviewer")} AS "assignedReviewer"`;

/**
 * The rows that a cheap inner query found, in its order.
 * @param found selects `id` and `place` (a number) from article; $1 is the moment
 * @param more further columns of `found`
 */
export function selectItems<More extends object = object>(
  found: string,
  values: unknown[],
  more = "",
): Promise<(ArticleListItem & More)[]> {
  return sql<ArticleListItem & More>(
    `SELECT ${itemColumns}${more} FROM (${found}) AS found JOIN article a ON a.id = found.id
       LEFT JOIN category c ON c.id = a.category_id
       LEFT JOIN app_user creator ON creator.id = a.created_by_id
       LEFT JOIN app_user editor ON editor.id = a.editor_id
       LEFT JOIN app_user reviewer ON reviewer.id = a.assigned_reviewer_id
     ORDER BY found.place`,
    values,
  );
}
