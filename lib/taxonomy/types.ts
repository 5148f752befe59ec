/** A category in the desk. */
export type CategoryEntry = {
  id: number;
  slug: string;
  /** Where readers find it. */
  path: string;
  name: string;
  description: string;
  parentId: number | null;
  version: number;
  /** Working copies outside the trash. */
  articles: number;
  /** What readers see now. */
  live: number;
};

/** A tag in the desk. */
export type TagEntry = {
  id: number;
  slug: string;
  /** Where readers find it. */
  path: string;
  name: string;
  description: string;
  version: number;
  articles: number;
};

/** A category in a tree, after its parent; `depth` is 0 at the top. */
export type CategoryNode<Category> = Category & { depth: number };

export type TagSort = "name" | "most-used" | "least-used";
