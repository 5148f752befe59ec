import { describe, expect, it } from "vitest";
import { ByteLru } from "./byte-lru";

const sized = (bytes: number): { bytes: number } => ({ bytes });

/** Numbers that look random and are the same in every run (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe("ByteLru", () => {
  it("lets the least recently used go first", () => {
    const lru = new ByteLru(30);
    for (const key of ["a", "b", "c"]) lru.set(key, sized(10));
    lru.get("a");
    lru.peek("b");
    lru.set("d", sized(10));
    expect([...lru.entries()].map(([key]) => key)).toEqual(["c", "a", "d"]);
  });

  it("does not move what is among the last 16th already", () => {
    const lru = new ByteLru(1_000);
    for (let index = 0; index < 64; index += 1) lru.set(String(index), sized(1));
    const lastKeys = (): string[] => [...lru.entries()].map(([key]) => key).slice(-3);
    lru.get("61");
    expect(lastKeys()).toEqual(["61", "62", "63"]);
    lru.get("10");
    expect(lastKeys()).toEqual(["62", "63", "10"]);
    // Four have come behind it by now.
    for (const key of ["20", "30", "61"]) lru.get(key);
    expect(lastKeys()).toEqual(["20", "30", "61"]);
  });

  it("refuses what alone is too large, and keeps no older value of it", () => {
    const lru = new ByteLru(30);
    lru.set("a", sized(10));
    expect(lru.set("a", sized(31))).toBe(false);
    expect(lru.get("a")).toBeUndefined();
    expect(lru.bytes).toBe(0);
  });

  it("counts a value again that has grown, and lets others go for it", () => {
    const lru = new ByteLru<{ bytes: number }>(30);
    const growing = sized(10);
    for (const [key, value] of [["a", sized(10)], ["b", growing], ["c", sized(10)]] as const) lru.set(key, value); // prettier-ignore
    growing.bytes = 15;
    expect(lru.bytes).toBe(30);
    lru.recount("b");
    expect([...lru.entries()].map(([key]) => key)).toEqual(["b", "c"]);
    expect(lru.bytes).toBe(25);
    growing.bytes = 100;
    lru.recount("b");
    lru.recount("gone");
    lru.clear();
    expect(lru.bytes).toBe(0);
  });

  it("tells of everything that leaves", () => {
    const left: string[] = [];
    const lru = new ByteLru(20, (key) => left.push(key));
    lru.set("a", sized(10));
    lru.set("a", sized(10));
    lru.set("b", sized(15));
    lru.delete("b");
    lru.set("c", sized(1));
    lru.clear();
    expect(left).toEqual(["a", "a", "b", "c"]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("counts its bytes and keeps what a plain model keeps (walk %i)", (seed) => {
    const random = numbers(seed * 7919);
    const limit = 1_000;
    const lru = new ByteLru(limit);
    let model: { key: string; bytes: number }[] = [];
    const total = (): number => model.reduce((sum, { bytes }) => sum + bytes, 0);
    const wrong: string[] = [];
    const compare = (step: string, seen: unknown, expected: unknown): void => {
      if (seen !== expected) wrong.push(`${step}: ${String(seen)} instead of ${String(expected)}`);
    };
    const set = (key: string, bytes: number): void => {
      compare("set", lru.set(key, sized(bytes)), bytes <= limit);
      model = model.filter((entry) => entry.key !== key);
      if (bytes <= limit) model.push({ key, bytes });
      while (total() > limit) model.shift();
    };
    for (let step = 0; step < 2_000; step += 1) {
      const key = String(random(40));
      const known = model.find((entry) => entry.key === key);
      const action = random(10);
      if (action < 5) set(key, random(10) === 0 ? limit + random(2) : random(200));
      else if (action < 8) {
        compare("get", lru.get(key)?.bytes, known?.bytes);
        if (known) model = [...model.filter((entry) => entry !== known), known];
      } else if (action === 8) {
        compare("delete", lru.delete(key), known !== undefined);
        model = model.filter((entry) => entry !== known);
      } else compare("peek", lru.peek(key)?.bytes, known?.bytes);
      compare("bytes", lru.bytes, total());
    }
    expect(wrong).toEqual([]);
    expect([...lru.entries()].map(([key, { bytes }]) => ({ key, bytes }))).toEqual(model);
    expect(lru.size).toBe(model.length);
  });
});
