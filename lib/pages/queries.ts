import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseDocument } from "@/lib/richtext/parse";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { pageSnapshot, type PageSnapshot } from "./schema";

export type PageView = {
  slug: string;
  title: string;
  excerpt: string;
  body: RichTextDocument;
  seoDescription: string | null;
  noindex: boolean;
  updatedAt: Date;
};

/** A static page, or null. */
export async function findPage(slug: string): Promise<PageView | null> {
  const [row] = await sql<Omit<PageView, "body"> & { body: unknown }>(
    `SELECT slug, title, excerpt, body, seo_description AS "seoDescription", noindex, updated_at AS "updatedAt"
     FROM page WHERE slug = $1`,
    [slug],
  );
  return row ? { ...row, body: parseDocument(row.body).doc } : null;
}

/** Static pages that crawlers may index. */
export function listPageAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return sql('SELECT slug, updated_at AS "updatedAt" FROM page WHERE NOT noindex ORDER BY slug');
}

export type PageEntry = { id: number; slug: string; title: string; noindex: boolean; updatedAt: Date };

/** All static pages for the desk, by title. @throws AppError "forbidden" */
export async function listPages(actor: Actor): Promise<PageEntry[]> {
  authorise(actor, "page.edit");
  return sql(`SELECT id, slug, title, noindex, updated_at AS "updatedAt" FROM page ORDER BY lower(title), id`);
}

/** A static page for its form. @throws AppError "forbidden", "not-found" */
export async function getPage(
  actor: Actor,
  id: number,
): Promise<PageSnapshot & { id: number; version: number; updatedAt: Date }> {
  authorise(actor, "page.edit");
  const [row] = await sql<PageSnapshot & { id: number; version: number; updatedAt: Date }>(
    `SELECT id, version, slug, title, excerpt, body, seo_description AS "seoDescription", noindex, updated_at AS "updatedAt"
     FROM page WHERE id = $1`,
    [id],
  );
  if (!row) throw new AppError("not-found", "There is no such page.");
  return { ...row, body: parseDocument(row.body).doc };
}

export type PageRevisionEntry = { number: number; title: string; at: Date; who: string | null };

/** The last 100 revisions of a page, newest first. @throws AppError "forbidden" */
export async function listPageRevisions(actor: Actor, pageId: number): Promise<PageRevisionEntry[]> {
  authorise(actor, "page.edit");
  return sql(
    `SELECT r.number, r.snapshot->>'title' AS title, r.created_at AS at, u.name AS who
     FROM page_revision r LEFT JOIN app_user u ON u.id = r.actor_id
     WHERE r.page_id = $1 ORDER BY r.number DESC LIMIT 100`,
    [pageId],
  );
}

/** What a page said in one revision. @throws AppError "forbidden", "not-found" */
export async function getPageRevision(actor: Actor, pageId: number, number: number): Promise<PageSnapshot> {
  authorise(actor, "page.edit");
  const [row] = await sql<{ snapshot: unknown }>(
    "SELECT snapshot FROM page_revision WHERE page_id = $1 AND number = $2",
    [pageId, number],
  );
  if (!row) throw new AppError("not-found", "There is no such revision.");
  return pageSnapshot.parse(row.snapshot);
}
