import { describe, expect, it } from "vitest";
import { moved } from "./order";

describe("moved", () => {
  it.each([
    [0, 1, "bac"],
    [2, -1, "acb"],
    [0, 2, "bca"],
    [0, -1, "abc"],
    [2, 1, "abc"],
    [3, -1, "abc"],
    [-1, 1, "abc"],
  ])("moves the item at %i by %i", (index, step, after) => {
    expect(moved(["a", "b", "c"], index, step).join("")).toBe(after);
  });
});
