/** A compared body cut into what is shown and what is folded. Pure. */
import type { BlockChange } from "@/lib/articles/compare/diff-body";

export type UnchangedBlock = Extract<BlockChange, { kind: "same" }>;
export type BlockRun = { folded: false; change: BlockChange } | { folded: true; changes: UnchangedBlock[] };

/** Unchanged blocks beside a change, so that one sees where it is. */
const context = 1;
/** Folding fewer would hide without shortening. */
const leastFolded = 2;

/** In order, with every change; long stretches of unchanged blocks are folded. */
export function blockRuns(changes: readonly BlockChange[]): BlockRun[] {
  const near = changes.map((_, index) =>
    changes.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== "same"),
  );
  const runs: BlockRun[] = [];
  let unchanged: UnchangedBlock[] = [];
  const flush = (): void => {
    if (unchanged.length >= leastFolded) runs.push({ folded: true, changes: unchanged });
    else runs.push(...unchanged.map((change) => ({ folded: false as const, change })));
    unchanged = [];
  };
  for (const [index, change] of changes.entries()) {
    if (change.kind === "same" && !near[index]) unchanged.push(change);
    else {
      flush();
      runs.push({ folded: false, change });
    }
  }
  flush();
  return runs;
}
