import { describe, expect, it } from "vitest";
import type { BlockChange } from "@/lib/articles/compare/diff-body";
import { blockRuns } from "./block-runs";

const block = { type: "horizontalRule" } as const;
const same: BlockChange = { kind: "same", block };
const added: BlockChange = { kind: "added", block };

function shape(changes: BlockChange[]): string[] {
  return blockRuns(changes).map((run) => (run.folded ? `folded ${String(run.changes.length)}` : run.change.kind));
}

describe("blockRuns", () => {
  it("folds what is far from a change", () => {
    expect(shape([same, same, same, added, same, same, same, same])).toEqual([
      "folded 2",
      "same",
      "added",
      "same",
      "folded 3",
    ]);
  });

  it("does not fold a single block", () => {
    expect(shape([same, same, added, same, same, same, added])).toEqual([
      "same",
      "same",
      "added",
      "same",
      "same",
      "same",
      "added",
    ]);
  });

  it("loses nothing", () => {
    const changes = Array.from({ length: 40 }, (_, index) => (index % 13 === 6 ? added : same));
    const flat = blockRuns(changes).flatMap((run) => (run.folded ? run.changes : [run.change]));
    expect(flat).toEqual(changes);
    expect(blockRuns([])).toEqual([]);
  });
});
