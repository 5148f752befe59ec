import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { deskArticlePath, deskMenusPath, deskPagePath } from "@/lib/desk-urls";
import { env } from "@/lib/env";
import { findDeadInternalLinks } from "@/lib/links/queries";
import { linkTargets } from "@/lib/links/targets";
import { newestFirst, visibleAt } from "@/lib/publications/card-sql";
import { parseDocument } from "@/lib/richtext/parse";
import type { RichTextDocument } from "@/lib/richtext/schema";
import type { HealthCheck } from "./types";

/** Newest live articles whose links are looked at, so that the page stays quick in a large archive. */
const newestArticles = 500;

type Text = { place: string; href: string; body: RichTextDocument };

/** Links of the newest live articles, of all static pages and of the menus that lead to nothing on our own site. */
export async function findDeadOwnLinks(): Promise<{ looked: number; dead: HealthCheck["items"] }> {
  const texts = [...(await readArticles()), ...(await readPages()), ...(await readMenus())];
  const links = texts.flatMap(({ place, href, body }) =>
    linkTargets({ body, citations: [] }, env().SITE_URL).internal.map((link) => ({ place, desk: href, link })),
  );
  const dead = new Set((await findDeadInternalLinks(links.map(({ link }) => link))).map(({ href }) => href));
  return {
    looked: texts.length,
    dead: links
      .filter(({ link }) => dead.has(link.href))
      .map(({ place, desk, link }) => ({ label: `${link.href} in ${place}`, href: desk })),
  };
}

async function readArticles(): Promise<Text[]> {
  const rows = await sql<{ articleId: number; headline: string; body: unknown }>(
    `SELECT p.article_id AS "articleId", p.headline, p.body FROM publication p WHERE ${visibleAt("p", "$1")}
     ORDER BY ${newestFirst("p")} LIMIT ${String(newestArticles)}`,
    [now()],
  );
  return rows.map(({ articleId, headline, body }) => ({
    place: `“${headline}”`,
    href: deskArticlePath(articleId),
    body: parseDocument(body).doc,
  }));
}

async function readPages(): Promise<Text[]> {
  const rows = await sql<{ id: number; title: string; body: unknown }>("SELECT id, title, body FROM page ORDER BY id");
  return rows.map(({ id, title, body }) => ({
    place: `the page “${title}”`,
    href: deskPagePath(id),
    body: parseDocument(body).doc,
  }));
}

/** A menu as a text of links, so that it is judged like any other. */
async function readMenus(): Promise<Text[]> {
  const rows = await sql<{ menu: string; label: string; href: string }>("SELECT menu, label, href FROM menu_item");
  return rows.map(({ menu, label, href }) => ({
    place: `the ${menu} menu`,
    href: deskMenusPath,
    body: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [{ type: "text", text: label, marks: [{ type: "link", attrs: { href } }] }],
        },
      ],
    },
  }));
}
