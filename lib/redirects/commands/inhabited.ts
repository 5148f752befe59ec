import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import {
  articlePath,
  authorPath,
  categoryPath,
  homePath,
  peopleSitemapPath,
  searchPath,
  staticPagePath,
  tagPath,
} from "@/lib/urls";

/** Which of these addresses have a page that readers see now: a redirect from there would never be followed. */
export async function inhabited(tx: Transaction, paths: string[]): Promise<Set<string>> {
  const last = [...new Set(paths.map((path) => path.split("/").at(-1) ?? ""))];
  const moment = now();
  const articles = await tx.$queryRaw<{ slug: string; categorySlug: string }[]>`
    SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
    WHERE p.slug = ANY (${last}) AND p.visible_from <= ${moment}
      AND (p.visible_until IS NULL OR p.visible_until > ${moment})`;
  const named = { where: { slug: { in: last } }, select: { slug: true } } as const;
  const categories = await tx.category.findMany(named);
  const pages = await tx.page.findMany(named);
  const tags = await tx.tag.findMany(named);
  const people = await tx.person.findMany(named);
  const found = new Set([
    homePath,
    searchPath,
    peopleSitemapPath,
    ...articles.map(articlePath),
    ...categories.map(({ slug }) => categoryPath(slug)),
    ...pages.map(({ slug }) => staticPagePath(slug)),
    ...tags.map(({ slug }) => tagPath(slug)),
    ...people.map(({ slug }) => authorPath(slug)),
  ]);
  return new Set(paths.filter((path) => found.has(path)));
}
