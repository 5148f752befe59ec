import { describe, expect, it } from "vitest";
import { blockText } from "@/lib/richtext/plain-text";
import type { Block } from "@/lib/richtext/schema";
import { doc, paragraph } from "@/lib/richtext/testing/shorthand";
import { randomEdit, randomWorkingCopy } from "../testing/random-working-copy";
import { align } from "./align";
import { diffBlocks, type BlockChange } from "./diff-body";
import { diffText } from "./diff-text";
import { diffWorkingCopies } from "./diff-working-copies";
import { mergeBlocks } from "./merge-body";
import { mergeWorkingCopies, type MergeConflict } from "./merge-working-copies";
import { sameValue, valueKey } from "./value-key";

const seeds = Array.from({ length: 500 }, (_, index) => index + 1);
const three = (seed: number) => {
  const base = randomWorkingCopy(seed);
  return { base, mine: randomEdit(base, seed * 3 + 1), theirs: randomEdit(base, seed * 3 + 2) };
};
const side = (changes: BlockChange[], which: "before" | "after"): Block[] =>
  changes.flatMap((change) => {
    if (change.kind === "changed") return [change[which]];
    if (change.kind === "same") return [change.block];
    return (change.kind === "removed") === (which === "before") ? [change.block] : [];
  });

describe("a diff", () => {
  it("finds a longest common subsequence", () => {
    expect(align(["A", "B", "C", "B", "D", "A", "B"], ["B", "D", "C", "A", "B", "A"])).toHaveLength(4);
  });

  it("gives both versions back, block by block and word by word", () => {
    for (const seed of seeds) {
      const { base, mine, theirs } = three(seed);
      const blocks = diffBlocks(base.body.content, mine.body.content);
      expect(side(blocks, "before")).toEqual(base.body.content);
      expect(side(blocks, "after")).toEqual(mine.body.content);
      const [before = "", after = ""] = [base, theirs].map(({ body }) =>
        body.content.map(blockText).join("\n").slice(0, 1500),
      );
      const parts = diffText(before, after);
      const joined = (kind: string) => parts.filter((part) => part.kind === "same" || part.kind === kind);
      expect(joined("removed").map((part) => part.text).join("")).toBe(before); // prettier-ignore
      expect(joined("added").map((part) => part.text).join("")).toBe(after); // prettier-ignore
    }
  });

  it("is empty exactly for equal versions", () => {
    for (const seed of seeds) {
      const { base, mine } = three(seed);
      expect(diffWorkingCopies(base, JSON.parse(JSON.stringify(base)) as typeof base)).toEqual([]);
      expect(diffWorkingCopies(base, mine).length === 0).toBe(sameValue(base, mine));
    }
  });
});

describe("a merge", () => {
  it("is the other side when one changed nothing, and either when both did the same", () => {
    for (const seed of seeds) {
      const { base, mine } = three(seed);
      for (const [m, t] of [
        [mine, base],
        [base, mine],
        [mine, mine],
      ] as const)
        // prettier-ignore
        expect(mergeWorkingCopies(base, m, t)).toEqual({ merged: mine, conflicts: [] });
    }
  });

  it("loses nothing that somebody typed", () => {
    let seen = 0;
    for (const seed of seeds) {
      const { base, mine, theirs } = three(seed);
      const { merged, conflicts } = mergeWorkingCopies(base, mine, theirs);
      seen += conflicts.length;
      const kept = new Set([...merged.body.content, ...conflicts.flatMap(blocksOf)].map(valueKey));
      const known = new Set(base.body.content.map(valueKey));
      const told = (name: string) => conflicts.some((conflict) => nameOf(conflict) === name);
      for (const one of [mine, theirs]) {
        expect(one.body.content.map(valueKey).filter((key) => !known.has(key) && !kept.has(key))).toEqual([]);
        for (const field of ["slug", "categoryId", "headline", "excerpt", "coverId", "coverAlt", "reviewedAt"] as const)
          expect(sameValue(one[field], base[field]) || sameValue(one[field], merged[field]) || told(field)).toBe(true);
        for (const list of ["tagIds", "authorIds"] as const)
          expect(one[list].filter((id) => !base[list].includes(id) && !merged[list].includes(id))).toEqual([]);
        const has = (list: typeof one.citations, entry: unknown) => list.some((other) => sameValue(other, entry));
        for (const entry of one.citations)
          expect(has(base.citations, entry) || has(merged.citations, entry) || told(entry.id)).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  it("says where in the merged body a conflict is", () => {
    for (const seed of seeds) {
      const { base, mine, theirs } = three(seed);
      const { merged, conflicts } = mergeWorkingCopies(base, mine, theirs);
      for (const conflict of conflicts) {
        if (conflict.kind !== "body") continue;
        const there = merged.body.content.slice(conflict.at, conflict.at + conflict.length);
        expect(there).toEqual(conflict.mine.length > 0 ? conflict.mine : conflict.theirs);
      }
    }
  });

  it("does not call neighbours a conflict", () => {
    const [a, b, x, y] = ["a", "b", "x", "y"].map((word) => paragraph(word)) as [Block, Block, Block, Block];
    expect(mergeBlocks([a, b], [x, b], [a, y])).toEqual({ blocks: [x, y], conflicts: [] });
    expect(mergeBlocks([b], [x], [y]).conflicts).toEqual([
      { kind: "body", at: 0, length: 1, base: [b], mine: [x], theirs: [y] },
    ]);
  });

  it("does not put one person's alternative text on the other's cover", () => {
    const base = { ...randomWorkingCopy(1), body: doc(), coverId: 1, coverAlt: "A path" };
    const mine = { ...base, coverId: 2, coverAlt: "A door" };
    const { merged, conflicts } = mergeWorkingCopies(base, mine, { ...base, coverAlt: "A path in the wood" });
    expect(merged).toMatchObject({ coverId: 2, coverAlt: "A door" });
    expect(conflicts.map(nameOf)).toEqual(["coverId", "coverAlt"]);
  });
});

const blocksOf = (conflict: MergeConflict): Block[] =>
  conflict.kind === "body" ? [...conflict.mine, ...conflict.theirs] : [];
const nameOf = (conflict: MergeConflict): string =>
  conflict.kind === "field" ? conflict.field : conflict.kind === "citation" ? conflict.id : "body";
