import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { parseInput } from "@/lib/input";
import { countArticlesInput, type CountArticlesInput } from "../list-schema";
import { stateSql } from "../state-sql";
import { articleStates, type ArticleState } from "../states";

export type ArticleCounts = Record<ArticleState | "all" | "trash", number>;

/** How many articles are in each state, for the tabs of the list. @throws AppError "forbidden", "invalid" */
export async function countArticles(actor: Actor, input: CountArticlesInput = {}): Promise<ArticleCounts> {
  authorise(actor, "article.read");
  const { mine } = parseInput(countArticlesInput, input);
  const values: unknown[] = mine ? [now(), actorUserId(actor)] : [now()];
  const own = mine ? "AND a.created_by_id = $2::int" : "";
  const rows = await sql<{ state: ArticleState; trashed: boolean; articles: number }>(
    `SELECT ${stateSql("a", "$1")} AS state, a.trashed_at IS NOT NULL AS trashed, count(*) AS articles
     FROM article a WHERE true ${own} GROUP BY 1, 2`,
    values,
  );
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((total, { articles }) => total + articles, 0);
  const states = articleStates.map((state) => [state, sum((row) => !row.trashed && row.state === state)]);
  return {
    ...(Object.fromEntries(states) as Record<ArticleState, number>),
    all: sum((row) => !row.trashed),
    trash: sum((row) => row.trashed),
  };
}
