import { describe, expect, it } from "vitest";
import { chartBars, chartSize, chartSummary, scaleEnd } from "./chart-bars";

describe("scaleEnd", () => {
  it.each([
    [0, 5],
    [3, 5],
    [5, 5],
    [6, 10],
    [11, 20],
    [21, 50],
    [51, 100],
    [100, 100],
    [1200, 2000],
  ])("of %d is %d", (most, end) => {
    expect(scaleEnd(most)).toBe(end);
  });
});

describe("chartBars", () => {
  it("stand on the ground, in proportion, beside each other", () => {
    const bars = chartBars([0, 5, 10]);
    expect(bars.map(({ height }) => height)).toEqual([0, 50, 100]);
    for (const { y, height } of bars) expect(y + height).toBe(chartSize.height);
    const [first, second] = bars;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0);
    const last = bars.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(chartSize.width);
  });

  it("tell one article from none beside a busy week", () => {
    const [one, none] = chartBars([1, 0, 900]);
    expect(one?.height).toBeGreaterThan(none?.height ?? 0);
  });

  it("are none for no weeks", () => {
    expect(chartBars([])).toEqual([]);
  });
});

describe("chartSummary", () => {
  it("counts all and the present week", () => {
    const start = new Date("2026-11-23T00:00:00Z");
    expect(chartSummary([1200, 3].map((published) => ({ start, published })))).toBe(
      "1,203 articles in 2 weeks; 3 in this one.",
    );
    expect(chartSummary([1, 0].map((published) => ({ start, published })))).toBe(
      "1 article in 2 weeks; 0 in this one.",
    );
  });
});
