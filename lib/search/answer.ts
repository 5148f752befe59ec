import { AppError } from "@/lib/errors";
import { soundsLikeDanger } from "./danger-phrases";
import { correctQuery, searchArticles, type SearchResults } from "./queries";
import type { QueryText } from "./query-text";

export type SearchAnswer = {
  results: SearchResults;
  /** What was searched instead, when nothing has the words as they were typed. */
  corrected: string | null;
  /** Help lines belong above the results. */
  danger: boolean;
};

/**
 * What the search page shows: the results or, when there are none, those of the nearest known words.
 * @throws AppError "not-found" for a page beyond the last
 */
export async function findAnswer(
  query: Extract<QueryText, { kind: "query" }>,
  categoryId: number | null,
  page: number,
): Promise<SearchAnswer> {
  const asTyped = await searchOrNull(query.text, categoryId, page);
  const danger = soundsLikeDanger(query.text);
  if (asTyped && asTyped.total > 0) return { results: asTyped, corrected: null, danger };
  const corrected = await correctQuery(query.words);
  const nearest = corrected === null ? null : await searchOrNull(corrected, categoryId, page);
  if (nearest && nearest.total > 0) {
    return { results: nearest, corrected, danger: danger || soundsLikeDanger(corrected ?? "") };
  }
  if (!asTyped) throw new AppError("not-found", "This search has no such page.");
  return { results: asTyped, corrected: null, danger };
}

/** Null for a page beyond the last: a corrected search may still have it. */
async function searchOrNull(text: string, categoryId: number | null, page: number): Promise<SearchResults | null> {
  try {
    return await searchArticles(text, categoryId, page);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
