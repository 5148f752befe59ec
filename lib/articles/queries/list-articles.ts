import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { articleListInput, type ArticleFilter, type ArticleFilterInput, type ArticleSort } from "../list-schema";
import { isInStateSql } from "../state-sql";
import type { ArticleList } from "../types";
import { selectItems } from "./article-items";

/** Articles are counted up to here; beyond it, "more than" is all that anybody wants to know. */
const countLimit = 1000;

/** Expressions of the indexes of the table, word for word. */
const sorts = {
  updated: { expression: "a.updated_at", kind: "date", direction: "DESC" },
  created: { expression: "a.created_at", kind: "date", direction: "DESC" },
  published: {
    expression: "(coalesce(a.first_published_at, '-infinity'::timestamptz))",
    kind: "date",
    direction: "DESC",
  },
  headline: { expression: "a.headline", kind: "text", direction: "ASC" },
} as const satisfies Record<ArticleSort, { expression: string; kind: CursorKind; direction: "ASC" | "DESC" }>;

type CursorKind = "date" | "text";

/** How a cursor carries the value where a page ended: dates in seconds since 1970, exact to the microsecond. */
const cursorValues = {
  date: {
    write: (expression: string) => `extract(epoch FROM ${expression})::text`,
    read: (parameter: string) => `to_timestamp(${parameter}::float8)`,
    pattern: /^(?:-Infinity|-?\d{1,12}(?:\.\d{1,6})?)$/,
  },
  text: {
    write: (expression: string) => expression,
    read: (parameter: string) => `${parameter}::text`,
    pattern: /^[^\0\p{Cs}]{0,300}$/su,
  },
} as const;
const largestId = 2_147_483_647;

/**
 * A page of the articles that a filter finds. Pages are found by where the last one ended, not by counting rows, so that
 * the hundredth costs what the first costs.
 * @throws AppError "forbidden", "invalid" (also for a cursor that is none)
 */
export async function listArticles(actor: Actor, input: ArticleFilterInput = {}): Promise<ArticleList> {
  authorise(actor, "article.read");
  const { cursor, size, ...filter } = parseInput(articleListInput, input);
  const { conditions, values } = conditionsOf(actor, filter);
  const counting = countUpTo(conditions, [...values]);
  const { expression, kind, direction } = sorts[filter.sort];
  const given = (value: unknown): string => `$${String(values.push(value))}`;
  if (cursor !== undefined) {
    const { value, id } = readCursor(cursor, kind);
    const sign = direction === "DESC" ? "<" : ">";
    conditions.push(`(${expression}, a.id) ${sign} (${cursorValues[kind].read(given(value))}, ${given(id)}::int)`);
  }
  const order = `${expression} ${direction}, a.id ${direction}`;
  const found = `SELECT a.id, ${cursorValues[kind].write(expression)} AS "cursorValue", row_number() OVER (ORDER BY ${order}) AS place
    FROM article a WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${given(size + 1)}`;
  const [rows, total] = await Promise.all([
    selectItems<{ cursorValue: string }>(found, values, `, found."cursorValue"`),
    counting,
  ]);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    items: page.map(({ cursorValue: _, ...item }) => item),
    next: last ? writeCursor(last.cursorValue, last.articleId) : null,
    total: Math.min(total, countLimit),
    totalCapped: total > countLimit,
  };
}

function conditionsOf(actor: Actor, filter: ArticleFilter): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [now()];
  const given = (value: unknown): string => `$${String(values.push(value))}`;
  const moved = filter.sort === "headline" ? "a.updated_at" : sorts[filter.sort].expression;
  const among = (table: string, column: string, id: number): string =>
    `a.id IN (SELECT article_id FROM ${table} WHERE ${column} = ${given(id)})`;
  const possible: [unknown, (value: never) => string][] = [
    [filter.state, (state: NonNullable<ArticleFilter["state"]>) => isInStateSql(state, "a", "$1")],
    [filter.categoryId, (id: number) => `a.category_id = ${given(id)}`],
    [filter.tagId, (id: number) => among("article_tag", "tag_id", id)],
    [filter.authorId, (id: number) => among("article_author", "person_id", id)],
    [filter.reviewerId, (id: number) => `a.reviewer_id = ${given(id)}`],
    [filter.assignedTo, (id: number) => `${given(id)}::int IN (a.editor_id, a.assigned_reviewer_id)`],
    [filter.from, (from: Date) => `${moved} >= ${given(from)}`],
    [filter.to, (to: Date) => `${moved} < ${given(to)}`],
    [filter.q === "" ? undefined : filter.q, (q: string) => textCondition(given(q))],
    [filter.mine || undefined, () => `a.created_by_id = ${given(actorUserId(actor))}::int`],
  ];
  const conditions = [
    // $1 stands in every statement, so that Postgres knows its type.
    `a.trashed_at IS ${filter.trash ? "NOT " : ""}NULL AND $1::timestamptz IS NOT NULL`,
    ...possible.flatMap(([value, condition]) => (value === undefined ? [] : [condition(value as never)])),
  ];
  return { conditions, values };
}

function textCondition(parameter: string): string {
  return `a.search @@ websearch_to_tsquery('public.magazine', ${parameter})`;
}

async function countUpTo(conditions: string[], values: unknown[]): Promise<number> {
  const [row] = await sql<{ total: number }>(
    `SELECT count(*) AS total FROM (
       SELECT 1 FROM article a WHERE ${conditions.join(" AND ")} LIMIT ${String(countLimit + 1)}) AS found`,
    values,
  );
  return row?.total ?? 0;
}

function writeCursor(value: string, id: number): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function readCursor(cursor: string, kind: CursorKind): { value: string; id: number } {
  const [value, id] = parsedCursor(cursor);
  const isId = typeof id === "number" && Number.isInteger(id) && id > 0 && id <= largestId;
  if (typeof value !== "string" || !cursorValues[kind].pattern.test(value) || !isId) {
    throw new AppError("invalid", "This page of the list can't be found. Start again at the first.");
  }
  return { value, id };
}

function parsedCursor(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(read) ? (read as unknown[]) : [];
  } catch {
    return [];
  }
}
