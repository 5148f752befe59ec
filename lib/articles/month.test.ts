import { expect, it } from "vitest";
import { lastWeeks, monthRange } from "./month";

it("begins a month at midnight of the site, also where the clocks change in it", () => {
  const { from, to } = monthRange("2026-03", "Europe/Berlin");
  expect(from.toISOString()).toBe("2026-02-28T23:00:00.000Z");
  expect(to.toISOString()).toBe("2026-03-31T22:00:00.000Z");
  expect(monthRange("2026-12", "UTC").to.toISOString()).toBe("2027-01-01T00:00:00.000Z");
});

it("counts weeks from Monday", () => {
  const weeks = lastWeeks(new Date("2026-11-24T12:00:00Z"), "America/New_York", 4);
  expect(weeks.map((week) => week.toISOString())).toEqual([
    "2026-11-02T05:00:00.000Z",
    "2026-11-09T05:00:00.000Z",
    "2026-11-16T05:00:00.000Z",
    "2026-11-23T05:00:00.000Z",
  ]);
});
