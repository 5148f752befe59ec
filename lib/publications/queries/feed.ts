/**
 * The articles of feeds. A feed has a place for every article that readers ever saw in its list, in the order of first
 * publication; an article that was withdrawn keeps its place, empty, so that places never move (lib/feeds/archives.ts).
 */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { toArticle, type ArticleRow } from "../article-row";
import { cardJoins, visibleAt } from "../card-sql";
import type { ArticleView } from "../types";
import { articleColumns } from "./article";
import { lastChangeAt } from "./last-change";

/** Whose articles: the whole site's, or those of one category, tag or author (by id). */
export type FeedScope = { kind: "site" } | { kind: "category" | "tag" | "author"; id: number };

export type FeedPlace = {
  /** Null where readers see it no more, or not in this list. */
  article: ArticleView | null;
  /** When it left; null while `article` is there. */
  leftAt: Date | null;
};

/** Rows that were before readers at some moment until $1, of the list of $2. */
function places(scope: FeedScope): string {
  const { from, condition } = listOf(scope);
  return `FROM ${from} WHERE ${condition} AND p.visible_from <= $1 AND (p.visible_until IS NULL OR p.visible_from < p.visible_until)
    GROUP BY p.published_at, p.article_id`;
}

function listOf({ kind }: FeedScope): { from: string; condition: string; member: string } {
  const joined = (table: string, column: string) => ({
    from: `${table} j JOIN publication p ON p.id = j.publication_id`,
    condition: `j.${column} = $2`,
    member: `EXISTS (SELECT 1 FROM ${table} j WHERE j.publication_id = p.id AND j.${column} = $2)`,
  });
  switch (kind) {
    case "site":
      return { from: "publication p", condition: "$2::int IS NULL", member: "TRUE" };
    case "category":
      return { from: "publication p", condition: "p.category_id = $2", member: "p.category_id = $2" };
    case "tag":
      return joined("publication_tag", "tag_id");
    case "author":
      return joined("publication_author", "person_id");
  }
}

/** How many places a feed has, and when anything that readers see changed last. */
export async function measureFeed(scope: FeedScope): Promise<{ places: number; changedAt: Date }> {
  const [row] = await sql<{ places: number; changedAt: Date }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 ${places(scope)}) AS place) AS places,
       ${lastChangeAt("$1")} AS "changedAt"`,
    [now(), idOf(scope)],
  );
  return row ?? { places: 0, changedAt: now() };
}

/** The places `offset` + 1 to `offset` + `count`, counted from the oldest; the newest first. */
export async function listFeedPlaces(scope: FeedScope, offset: number, count: number): Promise<FeedPlace[]> {
  const { member } = listOf(scope);
  const rows = await sql<Partial<ArticleRow> & { left_at: Date }>(
    `SELECT place.left_at, ${articleColumns}
     FROM (SELECT p.published_at, p.article_id, max(p.visible_until) AS left_at ${places(scope)}
       ORDER BY p.published_at, p.article_id LIMIT $4 OFFSET $3) AS place
     LEFT JOIN (publication p ${cardJoins}) ON p.article_id = place.article_id AND ${visibleAt("p", "$1")} AND ${member}
     ORDER BY place.published_at DESC, place.article_id DESC`,
    [now(), idOf(scope), offset, count],
  );
  return rows.map((row) =>
    isArticle(row) ? { article: toArticle(row), leftAt: null } : { article: null, leftAt: row.left_at },
  );
}

function isArticle(row: Partial<ArticleRow>): row is ArticleRow {
  return typeof row.article_id === "number";
}

function idOf(scope: FeedScope): number | null {
  return scope.kind === "site" ? null : scope.id;
}
