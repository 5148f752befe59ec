/** Lists of cards: by category, tag, author, and the latest of all. Only what is visible now. */
import { now } from "@/lib/clock";
import { preparedSql } from "@/lib/db/pool";
import { offsetOf, pageOf, pageSize, type PageOf } from "@/lib/pagination";
import { cardsOf, newestFirst, toCard, visibleAt, type CardRow } from "../card-sql";
import type { ArticleCard } from "../types";

/**
 * A page of a category, newest first.
 * The inner query reads one index only, so page 500 costs little more than page 1.
 * @throws AppError "not-found" beyond the last page
 */
export async function listByCategory(categoryId: number, page: number): Promise<PageOf<ArticleCard>> {
  const moment = now();
  const ids = `
    SELECT p.id FROM publication p
    WHERE p.category_id = $2 AND ${visibleAt("p", "$1")}
    ORDER BY ${newestFirst("p")} LIMIT ${String(pageSize)} OFFSET $3`;
  const [rows, total] = await Promise.all([
    preparedSql<CardRow>(cardsOf(ids), [moment, categoryId, offsetOf(page)]),
    count(`FROM publication p WHERE p.category_id = $2 AND ${visibleAt("p", "$1")}`, [moment, categoryId]),
  ]);
  return pageOf(rows.map(toCard), page, total);
}

/** A page of a tag, newest first. @throws AppError "not-found" beyond the last page */
export async function listByTag(tagId: number, page: number): Promise<PageOf<ArticleCard>> {
  return listByJoin("publication_tag", "tag_id", tagId, page);
}

/** A page of what a person or desk signed, newest first. @throws AppError "not-found" beyond the last page */
export async function listByAuthor(personId: number, page: number): Promise<PageOf<ArticleCard>> {
  return listByJoin("publication_author", "person_id", personId, page);
}

async function listByJoin(
  table: "publication_tag" | "publication_author",
  column: "tag_id" | "person_id",
  id: number,
  page: number,
): Promise<PageOf<ArticleCard>> {
  const moment = now();
  const from = `FROM ${table} j JOIN publication p ON p.id = j.publication_id WHERE j.${column} = $2 AND ${visibleAt("p", "$1")}`;
  const ids = `SELECT j.publication_id AS id ${from} ORDER BY ${newestFirst("j")} LIMIT ${String(pageSize)} OFFSET $3`;
  const [rows, total] = await Promise.all([
    preparedSql<CardRow>(cardsOf(ids), [moment, id, offsetOf(page)]),
    count(from, [moment, id]),
  ]);
  return pageOf(rows.map(toCard), page, total);
}

async function count(from: string, values: unknown[]): Promise<number> {
  const [row] = await preparedSql<{ total: number }>(`SELECT count(*) AS total ${from}`, values);
  return row?.total ?? 0;
}

/** The newest articles of the whole site, without those in `except` (article ids). */
export async function listLatest(limit: number, except: number[] = []): Promise<ArticleCard[]> {
  const ids = `
    SELECT p.id FROM publication p
    WHERE ${visibleAt("p", "$1")} AND p.article_id <> ALL ($2::int[])
    ORDER BY ${newestFirst("p")} LIMIT $3`;
  const rows = await preparedSql<CardRow>(cardsOf(ids), [now(), except, limit]);
  return rows.map(toCard);
}

/**
 * The newest `limit` articles of each category, without those in `except`.
 * @returns a list per category id; a category without articles has none
 */
export async function listLatestByCategory(
  categoryIds: number[],
  limit: number,
  except: number[] = [],
): Promise<Map<number, ArticleCard[]>> {
  const ids = `
    SELECT newest.id
    FROM unnest($2::int[]) AS wanted (category_id)
    CROSS JOIN LATERAL (
      SELECT p.id FROM publication p
      WHERE p.category_id = wanted.category_id AND ${visibleAt("p", "$1")} AND p.article_id <> ALL ($3::int[])
      ORDER BY ${newestFirst("p")} LIMIT $4
    ) AS newest`;
  const rows = await preparedSql<CardRow & { category_id: number }>(cardsOf(ids, "p.category_id"), [
    now(),
    categoryIds,
    except,
    limit,
  ]);
  const blocks = new Map<number, ArticleCard[]>();
  for (const row of rows) {
    const block = blocks.get(row.category_id) ?? [];
    block.push(toCard(row));
    blocks.set(row.category_id, block);
  }
  return blocks;
}
