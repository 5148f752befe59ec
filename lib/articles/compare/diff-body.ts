/** Two bodies, block by block; blocks that were rewritten, word by word. */
import { blockText } from "@/lib/richtext/plain-text";
import type { Block } from "@/lib/richtext/schema";
import { stretches } from "./align";
import { diffText, segments, type TextPart } from "./diff-text";
import { valueKey } from "./value-key";

export type BlockChange =
  | { kind: "same"; block: Block }
  | { kind: "removed"; block: Block }
  | { kind: "added"; block: Block }
  /** The same block, rewritten. When no word differs, its marks, links or settings do. */
  | { kind: "changed"; before: Block; after: Block; words: TextPart[] };

/** Share of common words (Dice coefficient, 0..1) from which a block counts as rewritten instead of replaced. */
const rewritten = 0.4;
/** Comparisons in one stretch; beyond it, blocks are only told as removed and added. */
const mostComparisons = 10_000;

/** Taken together in order: same, removed and changed blocks are `before`; same, added and changed ones `after`. */
export function diffBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  return stretches(before.map(valueKey), after.map(valueKey)).flatMap((stretch): BlockChange[] => {
    if (!stretch.equal) return diffStretch(before.slice(...stretch.a), after.slice(...stretch.b));
    return before.slice(stretch.a, stretch.a + 1).map((block) => ({ kind: "same", block }));
  });
}

/** Pairs every removed block with the first block after the last pair that is a rewriting of it. */
function diffStretch(removed: Block[], added: Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  const comparable = removed.length * added.length <= mostComparisons;
  let next = 0;
  for (const before of removed) {
    const found = comparable ? added.findIndex((after, index) => index >= next && isRewriting(before, after)) : -1;
    const after = added[found];
    if (!after) {
      changes.push({ kind: "removed", block: before });
      continue;
    }
    for (const block of added.slice(next, found)) changes.push({ kind: "added", block });
    changes.push({ kind: "changed", before, after, words: diffText(blockText(before), blockText(after)) });
    next = found + 1;
  }
  for (const block of added.slice(next)) changes.push({ kind: "added", block });
  return changes;
}

function isRewriting(before: Block, after: Block): boolean {
  return before.type === after.type && similarity(wordsOf(before), wordsOf(after)) >= rewritten;
}

function wordsOf(block: Block): string[] {
  return segments(blockText(block)).filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}

/** Twice the common words by all words; blocks without words are alike. */
function similarity(a: string[], b: string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}
