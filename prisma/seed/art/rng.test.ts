import { describe, expect, it } from "vitest";
import { createRng } from "./rng";

describe("createRng", () => {
  it("gives the same numbers for the same seed, now and in every later version", () => {
    const rng = createRng("magazine");
    expect([rng.next(), rng.next(), rng.next()]).toEqual([
      createRng("magazine").next(),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(createRng("magazine").int(0, 1_000_000)).toBe(587134);
  });

  it("gives other numbers for a seed that differs in one letter", () => {
    expect(createRng("a").next()).not.toBe(createRng("b").next());
  });

  it("keeps to its bounds and reaches them", () => {
    const rng = createRng("bounds");
    const rolls = Array.from({ length: 600 }, () => rng.int(1, 6));
    expect(new Set(rolls)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    const values = Array.from({ length: 600 }, () => rng.range(-2, 3));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(3);
  });

  it("picks every item about equally often", () => {
    const rng = createRng("picks");
    const counts = { a: 0, b: 0, c: 0 };
    for (let roll = 0; roll < 3000; roll += 1) counts[rng.pick(["a", "b", "c"] as const)] += 1;
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(900);
  });
});
