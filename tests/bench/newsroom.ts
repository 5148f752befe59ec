/** The queries that the desk opens with, asked of the database directly. */
import { countArticles } from "@/lib/articles/queries/count-articles";
import { getBoard } from "@/lib/articles/queries/board";
import { getCalendar } from "@/lib/articles/queries/calendar";
import { getDashboard } from "@/lib/articles/queries/dashboard";
import { listArticles } from "@/lib/articles/queries/list-articles";
import type { ArticleFilterInput } from "@/lib/articles/list-schema";
import type { Actor } from "@/lib/auth/actor";
import { pool, sql } from "@/lib/db/pool";
import { measured } from "./measured";
import type { Row } from "./statistics";

/** Asks for the list under every filter, its counts, the board, the calendar and the dashboard. */
export async function measureNewsroom(): Promise<Row[]> {
  const actor = await prepare();
  const rows: Row[] = [];
  for (const [name, filter] of Object.entries(await filters())) {
    rows.push(await measured(`list, first page: ${name}`, () => listArticles(actor, filter)));
  }
  rows.push(await measured("list, page 100", await deepPage(actor)));
  rows.push(await measured("counts of all states", () => countArticles(actor)));
  rows.push(await measured("board", () => getBoard(actor)));
  rows.push(await measured("calendar", () => getCalendar(actor, { month: "2026-09" })));
  rows.push(await measured("dashboard", () => getDashboard(actor)));
  return rows;
}

/** Somebody to ask as, and articles in every state: generated ones are all published. */
async function prepare(): Promise<Actor> {
  const email = "bench@example.org";
  const [user] = await sql<{ id: number }>(
    `INSERT INTO app_user (email, name, role) VALUES ($1, 'Bench', 'editor')
     ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
    [email],
  );
  if (!user) throw new Error("no account");
  const [done] = await sql("SELECT 1 FROM article WHERE state = 'in_review' LIMIT 1");
  if (!done) {
    const client = await pool().connect();
    try {
      await client.query("SET statement_timeout = 0");
      await client.query(
        `UPDATE article SET state = (ARRAY['draft', 'in_review', 'changes_requested', 'approved', 'withdrawn'])[1 + id % 5]::"ArticleState",
           created_by_id = $1 WHERE id % 40 < 5`,
        [user.id],
      );
      await client.query("UPDATE article SET trashed_at = now() WHERE id % 500 = 7");
      await client.query("VACUUM ANALYZE article");
    } finally {
      client.release(true);
    }
  }
  return { kind: "user", id: user.id, email, role: "editor" };
}

async function filters(): Promise<Record<string, ArticleFilterInput>> {
  const [row] = await sql<{ category: number; tag: number; person: number }>(
    `SELECT (SELECT min(category_id) FROM article) AS category, (SELECT min(id) FROM tag) AS tag,
       (SELECT min(person_id) FROM article_author) AS person`,
  );
  if (!row) throw new Error("no articles");
  const { category, tag, person } = row;
  return {
    everything: {},
    "by headline": { sort: "headline" },
    "by publication": { sort: "published" },
    published: { state: "published" },
    drafts: { state: "draft" },
    scheduled: { state: "scheduled" },
    withdrawn: { state: "withdrawn" },
    "a category": { categoryId: category },
    "a tag": { tagId: tag },
    "an author": { authorId: person },
    "a category's drafts with a tag": { categoryId: category, tagId: tag, state: "draft" },
    "mine, in review": { mine: true, state: "in_review" },
    "a month": { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-04-01T00:00:00Z"), sort: "published" },
    trash: { trash: true },
    "text: therapy": { q: "therapy" },
    "text: dendrochronology": { q: "dendrochronology" },
    "text: burnout, in drafts": { q: "burnout", state: "draft" },
    "text: attention, by headline": { q: "attention", sort: "headline" },
  };
}

async function deepPage(actor: Actor): Promise<() => Promise<unknown>> {
  let cursor: string | undefined;
  for (let page = 1; page < 100; page += 1) {
    cursor = (await listArticles(actor, { cursor })).next ?? undefined;
  }
  return () => listArticles(actor, { cursor });
}
