import type { ReactElement } from "react";

export type CategoryOption = { id: number; name: string; depth: number };

/** Options of a select: the tree as indented names. */
export function CategoryOptions({ categories }: { categories: readonly CategoryOption[] }): ReactElement {
  return (
    <>
      {categories.map(({ id, name, depth }) => (
        <option key={id} value={id}>
          {`${"\u00a0\u00a0".repeat(depth)}${name}`}
        </option>
      ))}
    </>
  );
}
