import { describe, expect, it } from "vitest";
import { addMonths, monthGrid, monthInWords, monthOf, readMonth } from "./month-grid";

describe("monthGrid", () => {
  it("starts on the Monday on or before the first and ends on a Sunday", () => {
    const november = monthGrid("2026-11");
    expect(november).toHaveLength(6);
    expect(november[0]?.map(({ day }) => day.slice(5))).toEqual([
      "10-26",
      "10-27",
      "10-28",
      "10-29",
      "10-30",
      "10-31",
      "11-01",
    ]);
    expect(november[0]?.map(({ inMonth }) => inMonth)).toEqual([false, false, false, false, false, false, true]);
    expect(november.at(-1)?.at(-1)).toEqual({ day: "2026-12-06", inMonth: false });
  });

  it("has four weeks when February starts on a Monday", () => {
    const february = monthGrid("2027-02");
    expect(february).toHaveLength(4);
    expect(february.flat().every(({ inMonth }) => inMonth)).toBe(true);
  });

  it("has every day of the month once, in leap years too, and across the days on which clocks change", () => {
    for (const [month, days] of [
      ["2028-02", 29],
      ["2026-02", 28],
      ["2026-03", 31],
      ["2026-10", 31],
      ["2026-12", 31],
    ] as const) {
      const inMonth = monthGrid(month)
        .flat()
        .filter((day) => day.inMonth)
        .map(({ day }) => day);
      expect(new Set(inMonth).size).toBe(days);
      expect(inMonth).toEqual([...inMonth].sort());
    }
  });
});

describe("months", () => {
  it("follow each other across years", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(addMonths("2026-11", 14)).toBe("2028-01");
    expect(monthOf("2026-11-24")).toBe("2026-11");
    expect(monthInWords("2026-11")).toBe("November 2026");
  });

  it.each([null, "", "2026", "2026-13", "2026-00", "2026-1", "0001-01", "2026-11-24"])(
    "are not read from %j",
    (text) => {
      expect(readMonth(text)).toBeNull();
    },
  );

  it("are read from addresses", () => {
    expect(readMonth("2026-11")).toBe("2026-11");
  });
});
