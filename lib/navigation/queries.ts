/** Menus as the desk edits them. Readers get theirs with the frame (lib/site-frame). */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { categoryPath, homePath, peopleSitemapPath, searchPath, staticPagePath } from "@/lib/urls";
import { menuNames, type MenuName } from "./schema";

export type MenuForm = { menu: MenuName; version: number; links: { label: string; href: string }[] };

/** All menus with their links in order. @throws AppError "forbidden" */
export async function listMenus(actor: Actor): Promise<MenuForm[]> {
  authorise(actor, "site.configure");
  const rows = await sql<{ name: MenuName; version: number; links: MenuForm["links"] }>(
    `SELECT m.name, m.version,
       coalesce(json_agg(json_build_object('label', i.label, 'href', i.href) ORDER BY i.position)
         FILTER (WHERE i.id IS NOT NULL), '[]'::json) AS links
     FROM menu m LEFT JOIN menu_item i ON i.menu = m.name GROUP BY m.name`,
  );
  return menuNames.flatMap((menu) => {
    const row = rows.find(({ name }) => name === menu);
    return row ? [{ menu, version: row.version, links: row.links }] : [];
  });
}

export type LinkSuggestion = { label: string; href: string; kind: "page of the site" | "category" | "static page" };

/** Addresses of our own that a menu may lead to, other than tags and articles. @throws AppError "forbidden" */
export async function listLinkSuggestions(actor: Actor): Promise<LinkSuggestion[]> {
  authorise(actor, "site.configure");
  const [categories, pages] = await Promise.all([
    sql<{ slug: string; name: string }>("SELECT slug, name FROM category ORDER BY position, id"),
    sql<{ slug: string; title: string }>("SELECT slug, title FROM page ORDER BY title"),
  ]);
  return [
    { label: "HOME", href: homePath, kind: "page of the site" },
    { label: "Search", href: searchPath, kind: "page of the site" },
    { label: "Sitemap", href: peopleSitemapPath, kind: "page of the site" },
    ...categories.map(({ slug, name }) => ({ label: name, href: categoryPath(slug), kind: "category" as const })),
    ...pages.map(({ slug, title }) => ({ label: title, href: staticPagePath(slug), kind: "static page" as const })),
  ];
}
