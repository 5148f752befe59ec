/** Lists that people put in order. Pure. */

/** The same list with the item at `index` moved by `step` places, as far as there are places. */
export function moved<Item>(list: readonly Item[], index: number, step: number): Item[] {
  const to = Math.min(list.length - 1, Math.max(0, index + step));
  const item = list[index];
  if (item === undefined || to === index) return [...list];
  return list.toSpliced(index, 1).toSpliced(to, 0, item);
}
