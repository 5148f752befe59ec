import { expect, it } from "vitest";
import { fitsOneRow } from "./menu-rows";

const sections = [
  "HOME",
  "interpersonal relationship",
  "psychological exploration",
  "psychological test",
  "workplace psychology",
  "marriage psychology",
  "growth psychology",
  "news",
];

it("keeps the magazine's own sections in one row", () => {
  expect(fitsOneRow(sections)).toBe(true);
  expect(fitsOneRow([])).toBe(true);
});

it("gives a longer menu, or one with a long name, as many rows as it needs", () => {
  expect(fitsOneRow([...sections, "research"])).toBe(false);
  expect(fitsOneRow([...sections.slice(0, -1), "psychology of families and friends"])).toBe(false);
  expect(fitsOneRow(Array.from({ length: 12 }, (_, index) => `Section ${String(index)}`))).toBe(true);
});
