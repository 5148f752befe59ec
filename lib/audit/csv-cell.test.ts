import { expect, it } from "vitest";
import { spreadsheetSafe } from "./csv-cell";

it.each([
  ["=1+1", "'=1+1"],
  ["@sum", "'@sum"],
  ["-1", "'-1"],
  ["\tx", "'\tx"],
  ["editor@example.org", "editor@example.org"],
  ["a=b", "a=b"],
])("%j becomes %j", (text, cell) => {
  expect(spreadsheetSafe(text)).toBe(cell);
});
