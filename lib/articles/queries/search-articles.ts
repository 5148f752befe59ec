import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";

/** As many as a palette shows without scrolling. */
const most = 8;
/** Ranking reads each candidate's vector, so only the newest of those that have the words are ranked. */
const mostCandidates = 300;

/**
 * Articles outside of the trash that have these words, words of the headline first, then the newest.
 * @returns nothing for an empty question
 * @throws AppError "forbidden"
 */
export async function searchArticles(actor: Actor, typed: string): Promise<{ id: number; headline: string }[]> {
  authorise(actor, "article.read");
  const words = typed.trim().slice(0, 200);
  if (words === "") return [];
  return sql(
    `WITH question AS (SELECT websearch_to_tsquery('public.magazine', $1) AS q),
     candidates AS (
       SELECT a.id, a.headline, a.search, a.updated_at FROM article a, question
       WHERE a.search @@ question.q AND a.trashed_at IS NULL ORDER BY a.updated_at DESC, a.id DESC LIMIT ${String(mostCandidates)})
     SELECT id, headline FROM candidates, question
     ORDER BY ts_rank(search, question.q) DESC, updated_at DESC, id DESC LIMIT ${String(most)}`,
    [words],
  );
}
