import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { articleFilterFields, type ArticleFilter } from "../list-schema";

export type SavedView = { viewId: number; name: string; filter: ArticleFilter };

/** The actor's own views, by name. One that this version can't read any more is left out. @throws AppError "forbidden" */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  authorise(actor, "article.read");
  const rows = await sql<{ viewId: number; name: string; filter: unknown }>(
    `SELECT id AS "viewId", name, filter FROM saved_view WHERE user_id = $1::int ORDER BY lower(name), id`,
    [actorUserId(actor)],
  );
  return rows.flatMap(({ viewId, name, filter }) => {
    const read = articleFilterFields.safeParse(filter);
    return read.success ? [{ viewId, name, filter: read.data }] : [];
  });
}
