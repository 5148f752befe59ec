/**
 * Full-text search over what is public. Two tiers: articles that say all the words in headline, excerpt or tags come
 * before those that only do so in their text; within a tier `ts_rank` decides, then the date.
 *
 * Results are capped: ranking reads each candidate's vector, and nobody turns to page 40 of a common word. The head tier
 * takes the newest candidates, so a capped result is still the useful end of the list; the text tier only fills it up.
 */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { offsetOf, pageOf, pageSize, type PageOf } from "@/lib/pagination";
import { cardColumns, cardJoins, newestFirst, toCard, visibleAt, type CardRow } from "@/lib/publications/card-sql";
import type { ArticleCard, ArticleLink } from "@/lib/publications/types";
import { lexemesIn, snippetsFor, type SnippetPart } from "./snippet";
import { prefixQuery } from "./query-text";
import { swappedLetters, wrongLetters } from "./typing-slips";

/** Results that are found, ranked and listed at most. */
const resultLimit = 300;
/** Characters of a text in which the words are looked for to be shown; few texts are longer. */
const snippetSource = 40_000;
/** Articles in the list under the search box. */
const suggestionLimit = 6;
/** Lowest trigram similarity (0..1) of a correction; "depresion" and "depression" have 0.75. */
const correctionSimilarity = 0.4;
/** Words of a query whose slips of a letter are tried; each has some hundred. */
const correctedSlips = 8;

export type SearchHit = ArticleCard & { snippet: SnippetPart[] };
export type SearchResults = PageOf<SearchHit> & {
  /** True when more articles match than are listed. */
  truncated: boolean;
};

/** Written out at each use: only then does the planner know how common the words are, and chooses its index by it. */
const query = "websearch_to_tsquery('public.magazine', $2)";

/** What a candidate is ordered by, besides its score. */
const candidate = "p.id, p.published_at, p.article_id";

/**
 * Only the candidates that are taken are ranked. `text` is planned by itself, with a limit that is a number: of one that it
 * can't know the planner expects a tenth of the matches, and then reads every article's words instead of the index.
 */
const candidates = `
  WITH head AS (
    SELECT 1 + ts_rank(newest.search_head, ${query}) AS score, newest.id, newest.published_at, newest.article_id FROM (
      SELECT ${candidate}, p.search_head FROM publication p
      WHERE p.search_head @@ ${query} AND ${visibleAt("p", "$1")} AND ($3::int IS NULL OR p.category_id = $3)
      ORDER BY ${newestFirst("p")} LIMIT ${String(resultLimit)}
    ) AS newest
  ),
  text AS MATERIALIZED (
    SELECT ${candidate}, p.search FROM publication p
    WHERE p.search @@ ${query} AND ${visibleAt("p", "$1")} AND ($3::int IS NULL OR p.category_id = $3)
      AND NOT p.search_head @@ ${query}
    LIMIT ${String(resultLimit)}
  ),
  hits AS (
    SELECT * FROM head
    UNION ALL
    SELECT ts_rank(filling.search, ${query}), filling.id, filling.published_at, filling.article_id
    FROM (SELECT * FROM text LIMIT (SELECT greatest(0, ${String(resultLimit)} - count(*)) FROM head)) AS filling
  )`;

type HitRow = CardRow & { body: string; wanted: string; total: number };

const statement = `${candidates},
  listed AS (
    SELECT id, score, count(*) OVER () AS total FROM hits
    ORDER BY score DESC, ${newestFirst("hits")} LIMIT $4 OFFSET $5
  )
  SELECT ${cardColumns}, listed.total,
    left(p.body_text, ${String(snippetSource)}) AS body, querytree(${query}) AS wanted
  FROM listed JOIN publication p USING (id) ${cardJoins}
  ORDER BY listed.score DESC, ${newestFirst("p")}`;

/**
 * A page of results.
 * @param text what the reader typed (quotes, "or" and a leading minus work); at most `longestQuery` characters
 * @throws AppError "not-found" for a page beyond the last
 */
export async function searchArticles(text: string, categoryId: number | null, page: number): Promise<SearchResults> {
  const rows = await sql<HitRow>(statement, [now(), text, categoryId, pageSize, offsetOf(page)]);
  const total = rows[0]?.total ?? (page > 1 ? await countHits(text, categoryId) : 0);
  const snippetOf = snippetsFor(lexemesIn(rows[0]?.wanted ?? ""));
  const hits = rows.map((row) => ({ ...toCard(row), snippet: snippetOf(row.body) }));
  return { ...pageOf(hits, page, total), truncated: total >= resultLimit };
}

async function countHits(text: string, categoryId: number | null): Promise<number> {
  const [row] = await sql<{ total: number }>(`${candidates} SELECT count(*) AS total FROM hits`, [
    now(),
    text,
    categoryId,
  ]);
  return row?.total ?? 0;
}

/**
 * The text with unknown words replaced by the nearest known ones ("depresion" becomes "depression"). Letters that changed
 * places come first, then what looks alike, then other slips of one letter, of these the most usual word.
 * @returns null when nothing can be corrected
 */
export async function correctQuery(words: string[]): Promise<string | null> {
  const long = words.filter((word) => word.length >= 4 && word.length <= 30);
  if (long.length === 0) return null;
  const slips = long
    .slice(0, correctedSlips)
    .flatMap((typed) => [
      ...swappedLetters(typed).map((word) => ({ typed, word, rank: 0 })),
      ...wrongLetters(typed).map((word) => ({ typed, word, rank: 2 })),
    ]);
  const rows = await sql<{ typed: string; nearest: string }>(
    `SELECT DISTINCT ON (found.typed) found.typed, found.word AS nearest FROM (
       SELECT slip.typed, w.word, slip.rank, 1 AS likeness, w.publications
       FROM unnest($3::text[], $4::text[], $5::int[]) AS slip (typed, word, rank) JOIN search_word w ON w.word = slip.word
       UNION ALL
       SELECT typed.word, near.word, 1, near.likeness, near.publications FROM unnest($1::text[]) AS typed (word)
       CROSS JOIN LATERAL (
         SELECT w.word, w.publications, similarity(w.word, typed.word) AS likeness FROM search_word w
         WHERE w.word % typed.word AND similarity(w.word, typed.word) >= $2
         ORDER BY likeness DESC, w.publications DESC, w.word LIMIT 1) AS near
     ) AS found
     WHERE NOT EXISTS (SELECT 1 FROM search_word known WHERE known.word = found.typed)
     ORDER BY found.typed, found.rank, found.likeness DESC, found.publications DESC, found.word`,
    [
      long,
      correctionSimilarity,
      slips.map(({ typed }) => typed),
      slips.map(({ word }) => word),
      slips.map(({ rank }) => rank),
    ],
  );
  if (rows.length === 0) return null;
  const nearest = new Map(rows.map((row) => [row.typed, row.nearest]));
  return words.map((word) => nearest.get(word) ?? word).join(" ");
}

export type Suggestion = ArticleLink & { categoryName: string };

/** Articles for a query that is still being typed: its last word may be unfinished. Best first. */
export async function suggestArticles(words: string[]): Promise<Suggestion[]> {
  const started = prefixQuery(words);
  if (started === null) return [];
  const prefix = "to_tsquery('public.magazine', $2)";
  const rows = await sql<CardRow>(
    `WITH head AS (
       SELECT p.id, 1 + ts_rank(p.search_head, ${prefix}) AS score FROM publication p
       WHERE p.search_head @@ ${prefix} AND ${visibleAt("p", "$1")}
       ORDER BY ${newestFirst("p")} LIMIT 50),
     text AS (
       SELECT p.id, 0::real AS score FROM publication p
       WHERE p.search @@ ${prefix} AND ${visibleAt("p", "$1")} LIMIT ${String(suggestionLimit)}),
     best AS (
       SELECT id, max(score) AS score FROM (SELECT * FROM head UNION ALL SELECT * FROM text) AS found GROUP BY id)
     SELECT ${cardColumns} FROM best JOIN publication p USING (id) ${cardJoins}
     ORDER BY best.score DESC, ${newestFirst("p")} LIMIT ${String(suggestionLimit)}`,
    [now(), started],
  );
  return rows.map(toCard);
}
