/** Which cards the site's pages name: the same words as in their heads (app/(site)), for who draws them. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { findMedia } from "@/lib/media/queries";
import { previewPicture } from "@/lib/seo/preview-picture";
import { cardOf, type SocialCardPage } from "@/lib/seo/social-card";
import { capitalized, tagTitle } from "@/lib/seo/text";
import { getSiteSettings } from "@/lib/settings/queries";
import { articlePath, authorPath, categoryPath, homePath, peopleSitemapPath, searchPath, staticPagePath, tagPath } from "@/lib/urls"; // prettier-ignore
import type { SocialCard } from "./card-address";

/** A page that names a card unless it has a picture that is wide enough. */
type NamingPage = Omit<SocialCardPage, "siteName"> & { pictureId: number | null };

/** Articles of one step through all. */
const batch = 200;

/** Cards of the pages at these addresses, planned versions of articles included. */
export async function cardsAt(paths: readonly string[]): Promise<SocialCard[]> {
  const wanted = new Set(paths);
  const slugs = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  const [lists, articles] = await Promise.all([listPages(slugs), articlePages("p.slug = ANY ($2)", slugs)]);
  const named = [...lists, ...articles].filter(({ path }) => wanted.has(path));
  return cardsOf(wanted.has(homePath) ? [...fixedPages, ...named] : named);
}

/** Cards of all pages but those of articles. */
export async function cardsOfLists(): Promise<SocialCard[]> {
  return cardsOf([...fixedPages, ...(await listPages(null))]);
}

/**
 * Cards of the next articles' pages.
 * @param after id of a version
 * @returns with the id up to which they go; null when there are no more
 */
export async function cardsOfArticles(after: number): Promise<{ cards: SocialCard[]; last: number | null }> {
  const pages = await articlePages(`p.id > $2 ORDER BY p.id LIMIT ${String(batch)}`, after);
  return { cards: await cardsOf(pages), last: pages.at(-1)?.id ?? null };
}

/** Those that are always there, and change with the site's name alone. */
const fixedPages: readonly NamingPage[] = [
  { path: homePath, title: "", category: null, pictureId: null },
  { path: peopleSitemapPath, title: "Sitemap", category: null, pictureId: null },
  { path: searchPath, title: "Search", category: null, pictureId: null },
];

type ListRow = { kind: keyof typeof namings; slug: string; name: string; pictureId: number | null };

/** By kind of page: what its head says. */
const namings = {
  category: ({ slug, name }: ListRow) => ({ path: categoryPath(slug), title: capitalized(name), category: slug }),
  tag: ({ slug, name }: ListRow) => ({ path: tagPath(slug), title: tagTitle(name), category: null }),
  person: ({ slug, name }: ListRow) => ({ path: authorPath(slug), title: name, category: null }),
  page: ({ slug, name }: ListRow) => ({ path: staticPagePath(slug), title: name, category: null }),
};

/** @param slugs null for all */
async function listPages(slugs: readonly string[] | null): Promise<NamingPage[]> {
  // A tag that no article carries has no page.
  const rows = await sql<ListRow>(
    `SELECT * FROM (
       SELECT 'category' AS kind, slug, name, NULL::int AS "pictureId" FROM category
       UNION ALL SELECT 'tag', slug, name, NULL FROM tag
         WHERE EXISTS (SELECT 1 FROM publication_tag WHERE tag_id = tag.id)
       UNION ALL SELECT 'person', slug, name, portrait_id FROM person
       UNION ALL SELECT 'page', slug, title, NULL FROM page) AS pages
     WHERE $1::text[] IS NULL OR slug = ANY ($1)
     ORDER BY kind, slug`,
    [slugs],
  );
  return rows.map((row) => ({ ...namings[row.kind](row), pictureId: row.pictureId }));
}

type ArticleRow = { id: number; slug: string; title: string; categorySlug: string; pictureId: number | null };

/** Of every version that readers see or will see. @param condition $2 is `value` */
async function articlePages(condition: string, value: unknown): Promise<(NamingPage & { id: number })[]> {
  const rows = await sql<ArticleRow>(
    `SELECT p.id, p.slug, coalesce(p.seo_title, p.headline) AS title, c.slug AS "categorySlug", p.cover_id AS "pictureId"
     FROM publication p JOIN category c ON c.id = p.category_id
     WHERE (p.visible_until IS NULL OR p.visible_until > $1) AND ${condition}`,
    [now(), value],
  );
  return rows.map(({ id, slug, title, categorySlug, pictureId }) => ({
    id,
    path: articlePath({ categorySlug, slug }),
    title,
    category: categorySlug,
    pictureId,
  }));
}

async function cardsOf(pages: readonly NamingPage[]): Promise<SocialCard[]> {
  const ids = pages.flatMap(({ pictureId }) => (pictureId === null ? [] : [pictureId]));
  const [media, { name: siteName }] = await Promise.all([findMedia([...new Set(ids)]), getSiteSettings()]);
  return pages
    .filter(({ pictureId }) => !previewPicture(pictureId === null ? null : media.get(pictureId)))
    .map((page) => cardOf({ ...page, siteName }));
}
