import { sql } from "@/lib/db/pool";
import { parseDocument } from "@/lib/richtext/parse";
import type { RichTextDocument } from "@/lib/richtext/schema";

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
