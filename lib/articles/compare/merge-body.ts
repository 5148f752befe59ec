/** Three-way merge of bodies, block by block (diff3: Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007). */
import type { Block } from "@/lib/richtext/schema";
import { align } from "./align";
import { valueKey } from "./value-key";

export type BodyConflict = {
  kind: "body";
  /** Where the merged body holds the part in question: index of its first block, and how many. */
  at: number;
  length: number;
  base: Block[];
  mine: Block[];
  theirs: Block[];
};

type Region = { base: Block[]; mine: Block[]; theirs: Block[] };

/**
 * Takes over what only one side changed. Where both changed the same blocks, the merged body holds mine (theirs, where mine
 * has nothing), and the conflict lists all three.
 */
export function mergeBlocks(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): { blocks: Block[]; conflicts: BodyConflict[] } {
  const blocks: Block[] = [];
  const conflicts: BodyConflict[] = [];
  for (const region of regions(base, mine, theirs)) {
    const merged = mergeRegion(region);
    if (merged) {
      blocks.push(...merged);
      continue;
    }
    const kept = region.mine.length > 0 ? region.mine : region.theirs;
    conflicts.push({ kind: "body", at: blocks.length, length: kept.length, ...region });
    blocks.push(...kept);
  }
  return { blocks, conflicts };
}

/** Cuts the three at blocks that all have in common; every such block is a region of its own. */
function regions(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Region[] {
  const keys = base.map(valueKey);
  const inMine = new Map(align(keys, mine.map(valueKey)));
  const inTheirs = new Map(align(keys, theirs.map(valueKey)));
  const found: Region[] = [];
  let from = { base: 0, mine: 0, theirs: 0 };
  const cut = (to: typeof from): void => {
    const region = {
      base: base.slice(from.base, to.base),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
    };
    if (region.base.length + region.mine.length + region.theirs.length > 0) found.push(...oneByOne(region));
    from = to;
  };
  for (const index of keys.keys()) {
    const m = inMine.get(index);
    const t = inTheirs.get(index);
    if (m === undefined || t === undefined) continue;
    cut({ base: index, mine: m, theirs: t });
    cut({ base: index + 1, mine: m + 1, theirs: t + 1 });
  }
  cut({ base: base.length, mine: mine.length, theirs: theirs.length });
  return found;
}

/** Neighbouring blocks, one rewritten by me and one by them, are no conflict: equally many blocks are matched by their place. */
function oneByOne(region: Region): Region[] {
  const { base, mine, theirs } = region;
  if (base.length !== mine.length || base.length !== theirs.length) return [region];
  return base.map((_, index) => ({
    base: base.slice(index, index + 1),
    mine: mine.slice(index, index + 1),
    theirs: theirs.slice(index, index + 1),
  }));
}

/** @returns null when both sides changed it, each in its own way */
function mergeRegion({ base, mine, theirs }: Region): Block[] | null {
  const [was, m, t] = [valueKey(base), valueKey(mine), valueKey(theirs)];
  if (m === t || t === was) return mine;
  return m === was ? theirs : null;
}
