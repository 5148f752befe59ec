import { describe, expect, it } from "vitest";
import { afterDeath, mostQuickDeaths } from "./quick-deaths";

describe("afterDeath", () => {
  it("replaces a worker at once that had lived for a while", () => {
    expect(afterDeath(3, 30_000)).toEqual({ quickDeaths: 0, delay: 0 });
  });

  it("waits twice as long after each quick death, and gives up after five in a row", () => {
    const delays: (number | null)[] = [];
    let quickDeaths = 0;
    for (let death = 0; death < mostQuickDeaths; death += 1) {
      const next = afterDeath(quickDeaths, 29_999);
      quickDeaths = next.quickDeaths;
      delays.push(next.delay);
    }
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, null]);
  });

  it("forgets quick deaths when one lives", () => {
    const { quickDeaths } = afterDeath(4, 60_000);
    expect(afterDeath(quickDeaths, 10)).toEqual({ quickDeaths: 1, delay: 500 });
  });
});
