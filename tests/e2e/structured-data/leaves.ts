/** A graph as lists of its values, by where they stand. */

/** Values in the order of the graph, by path: "Article.author.name" to ["Therapy desk"]. */
export type Leaves = Map<string, unknown[]>;

/** @param nodes the nodes of a graph; a path begins with the type of its node */
export function leavesOf(nodes: readonly Record<string, unknown>[]): Leaves {
  const leaves: Leaves = new Map();
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(path, item);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(`${path}.${key}`, inner);
    } else {
      leaves.set(path, [...(leaves.get(path) ?? []), value]);
    }
  };
  for (const node of nodes) visit(String(node["@type"]), node);
  return leaves;
}
