/**
 * The way from the home page to a page. The visible breadcrumb and the BreadcrumbList of the structured data are made of
 * the same array, so they can't differ. Pure.
 */
import { authorPath, categoryPath, homePath, peopleSitemapPath, staticPagePath, tagPath } from "@/lib/urls";
import { capitalized } from "./text";

export type Crumb = {
  name: string;
  path: string;
  /** The page that shows the breadcrumb. Articles end with their category: their headline stands right below. */
  current?: true;
};

type Category = { id: number; slug: string; name: string; parentId: number | null };

const home: Crumb = { name: "Home", path: homePath };

/** @param page of the list; 2 and up end the way */
export function categoryCrumbs(category: Category, categories: readonly Category[], page = 1): Crumb[] {
  return listCrumbs([home, ...lineOf(category, categories)], (number) => categoryPath(category.slug, number), page);
}

export function tagCrumbs(tag: { slug: string; name: string }, page = 1): Crumb[] {
  const path = (number: number): string => tagPath(tag.slug, number);
  return listCrumbs([home, { name: capitalized(tag.name), path: path(1) }], path, page);
}

export function authorCrumbs(person: { slug: string; name: string }, page = 1): Crumb[] {
  const path = (number: number): string => authorPath(person.slug, number);
  return listCrumbs([home, { name: person.name, path: path(1) }], path, page);
}

export function articleCrumbs(
  article: { categoryId: number; categorySlug: string; categoryName: string },
  categories: readonly Category[],
): Crumb[] {
  const { categoryId: id, categorySlug: slug, categoryName: name } = article;
  const known = categories.find((category) => category.id === id);
  return [home, ...lineOf(known ?? { id, slug, name, parentId: null }, categories)];
}

export function staticPageCrumbs(page: { slug: string; title: string }): Crumb[] {
  return [home, { name: page.title, path: staticPagePath(page.slug), current: true }];
}

export function peopleSitemapCrumbs(title: string): Crumb[] {
  return [home, { name: title, path: peopleSitemapPath, current: true }];
}

/** A category below those it belongs to. */
function lineOf(category: Category, categories: readonly Category[]): Crumb[] {
  const line: Category[] = [];
  let next: Category | undefined = category;
  while (next && !line.includes(next)) {
    line.unshift(next);
    const { parentId }: Category = next;
    next = categories.find(({ id }) => id === parentId);
  }
  return line.map(({ slug, name }) => ({ name: capitalized(name), path: categoryPath(slug) }));
}

function listCrumbs(way: Crumb[], path: (page: number) => string, page: number): Crumb[] {
  const all = page > 1 ? [...way, { name: `Page ${String(page)}`, path: path(page) }] : way;
  return all.map((crumb) => (crumb.path === path(page) ? { ...crumb, current: true } : crumb));
}
