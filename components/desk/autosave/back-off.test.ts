import { expect, it } from "vitest";
import { backOff } from "./back-off";

const limits = { firstWait: 1_000, longestWait: 30_000 };

it("doubles up to a limit, somewhere below it, and never less than half a second", () => {
  expect([1, 2, 3, 5, 6, 100, 5_000].map((failures) => backOff(failures, limits, 0.9999))).toEqual([
    1_000, 2_000, 4_000, 15_998, 29_997, 29_997, 29_997,
  ]);
  expect(backOff(3, limits, 0.5)).toBe(2_000);
  expect(backOff(9, limits, 0)).toBe(500);
});
