/** Rules of categories and tags. Pure. */
import type { CategoryNode } from "./types";

export type TaxonomyUses = {
  /** Working copies, also in the trash. */
  articles: number;
  /** Versions that are, were or will be public. */
  publications: number;
  subcategories: number;
  menuLinks: number;
};

/** Why a category or tag can't be deleted, naming what uses it; null when it can. */
export function deletionRefusal(kind: "category" | "tag", uses: TaxonomyUses): string | null {
  const places = [
    plural(uses.articles, "article"),
    // Every public version has an article; they differ only while a change of it waits to be published.
    uses.articles === 0 ? plural(uses.publications, "published version") : null,
    plural(uses.subcategories, "subcategory", "subcategories"),
    plural(uses.menuLinks, "menu entry", "menu entries"),
  ].filter((place) => place !== null);
  if (places.length === 0) return null;
  return `This ${kind} is used: ${places.join(", ")}. Merge it into another one, or take it away there first.`;
}

function plural(count: number, one: string, many = `${one}s`): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`;
}

/** Categories as a tree: each after its parent, siblings in the order given. */
export function categoryTree<Category extends { id: number; parentId: number | null }>(
  categories: readonly Category[],
): CategoryNode<Category>[] {
  const below = (parentId: number | null, depth: number): CategoryNode<Category>[] =>
    categories
      .filter((category) => category.parentId === parentId)
      .flatMap((category) => [{ ...category, depth }, ...below(category.id, depth + 1)]);
  return below(null, 0);
}

/** Ids of a category and of everything below it: what it can't be put under. */
export function selfAndDescendants(
  categories: readonly { id: number; parentId: number | null }[],
  id: number,
): Set<number> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const category of categories) {
      if (category.parentId !== null && found.has(category.parentId)) found.add(category.id);
    }
  }
  return found;
}
