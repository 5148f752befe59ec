/** Which articles go with this one. */
import { now } from "@/lib/clock";
import { preparedSql } from "@/lib/db/pool";
import { cardColumns, cardJoins, newestFirst, toCard, visibleAt, type CardRow } from "../card-sql";
import type { ArticleCard, ArticleView } from "../types";

/**
 * Weights of the score, each part being 0 to 1. Tags are what an editor said the pieces share, so they count most; words
 * of headline, excerpt and tags find kinship that no tag names; recency only breaks near-ties.
 */
const weight = { tags: 1, text: 0.5, category: 0.25, recency: 0.15 };
/** After this many days the recency part has halved. */
const recencyHalfLifeDays = 365;
const secondsADay = 86_400;
/** Newest articles looked at per shared tag, of the category, and of the site. Bounds the work at any archive size. */
const candidates = { perTag: 60, category: 40, site: 20 };
/** The best of these by tags, category and recency get their words compared. */
const comparedByText = 40;

/** Visible articles, in all and per tag id: what makes a shared tag rare. */
export type ArchiveCounts = { articles: number; perTag: ReadonlyMap<number, number> };

/** Without a type it would be numeric, and the exponentials of some hundred articles would take longer than all else. */
const float = (value: number): string => `${String(value)}::float8`;

const statement = `
  WITH me AS (
    SELECT p.article_id, p.category_id, p.search_head,
      (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery FROM unnest(p.search_head)) AS words
    FROM publication p WHERE p.id = $2
  ),
  shared (tag_id, rarity) AS (SELECT * FROM unnest($3::int[], $4::float8[])),
  pool AS MATERIALIZED (
    SELECT near.id FROM shared CROSS JOIN LATERAL (
      SELECT j.publication_id AS id FROM publication_tag j WHERE j.tag_id = shared.tag_id
      ORDER BY ${newestFirst("j")} LIMIT ${String(candidates.perTag)}) AS near
    UNION
    (SELECT p.id FROM publication p WHERE p.category_id = (SELECT category_id FROM me) AND ${visibleAt("p", "$1")}
      ORDER BY ${newestFirst("p")} LIMIT ${String(candidates.category)})
    UNION
    (SELECT p.id FROM publication p WHERE ${visibleAt("p", "$1")}
      ORDER BY ${newestFirst("p")} LIMIT ${String(candidates.site)})
  ),
  kinship AS (
    SELECT pool.id, sum(shared.rarity) AS tags
    FROM pool CROSS JOIN LATERAL (SELECT j.tag_id FROM publication_tag j WHERE j.publication_id = pool.id OFFSET 0) AS own
    JOIN shared USING (tag_id) GROUP BY pool.id
  ),
  rough AS (
    SELECT p.id, p.article_id, p.published_at, p.search_head,
      ${float(weight.tags)} * coalesce(kinship.tags, 0)
      + ${float(weight.category)} * (p.category_id = (SELECT category_id FROM me))::int
      + ${float(weight.recency)} * exp(${float(-Math.LN2 / (recencyHalfLifeDays * secondsADay))}
          * greatest(0, extract(epoch FROM ($1::timestamptz - p.published_at))::float8)) AS score
    FROM pool CROSS JOIN LATERAL (SELECT * FROM publication WHERE id = pool.id OFFSET 0) AS p
    LEFT JOIN kinship ON kinship.id = p.id
    WHERE ${visibleAt("p", "$1")} AND p.article_id <> $5
    ORDER BY score DESC, ${newestFirst("p")} LIMIT ${String(comparedByText)}
  ),
  best AS (
    SELECT id, score + ${float(weight.text)} * coalesce(ts_rank(search_head, (SELECT words FROM me), 32), 0) AS score
    FROM rough ORDER BY score DESC, ${newestFirst("rough")} LIMIT $6
  )
  SELECT ${cardColumns} FROM best JOIN publication p USING (id) ${cardJoins} ORDER BY best.score DESC, ${newestFirst("p")}`;

/**
 * Articles related to `article`, best first; never itself. Never empty while the site has others.
 */
export async function listRelated(
  article: Pick<ArticleView, "articleId" | "publicationId" | "tags">,
  archive: ArchiveCounts,
  limit: number,
): Promise<ArticleCard[]> {
  const { ids, rarities } = tagRarity(
    article.tags.map((tag) => tag.id),
    archive,
  );
  const rows = await preparedSql<CardRow>(statement, [
    now(),
    article.publicationId,
    ids,
    rarities,
    article.articleId,
    limit,
  ]);
  return rows.map(toCard);
}

/**
 * Inverse document frequency of each tag, ln(1 + N / n) (Sparck Jones 1972, smoothed), scaled so that sharing all of an
 * article's tags is 1.
 */
export function tagRarity(tagIds: number[], archive: ArchiveCounts): { ids: number[]; rarities: number[] } {
  const raw = tagIds.map((id) => Math.log(1 + archive.articles / Math.max(1, archive.perTag.get(id) ?? 1)));
  const sum = raw.reduce((total, value) => total + value, 0);
  return { ids: tagIds, rarities: raw.map((value) => (sum > 0 ? value / sum : 0)) };
}
