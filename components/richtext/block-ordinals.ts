import type { Block } from "@/lib/richtext/schema";

/** For each block, which one of its type it is, counted from 1. */
export function blockOrdinals(blocks: readonly Block[]): number[] {
  const counts = new Map<Block["type"], number>();
  return blocks.map(({ type }) => {
    const ordinal = (counts.get(type) ?? 0) + 1;
    counts.set(type, ordinal);
    return ordinal;
  });
}
