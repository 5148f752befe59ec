import { describe, expect, it } from "vitest";
import { setHeadline } from "./typeset";

/** Every character half as wide as it is high. */
const measure = (text: string, size: number) => Array.from(text).length * size * 0.5;
const room = {
  width: 1000,
  steps: [
    [100, 2],
    [50, 3],
  ],
} as const;
const set = (text: string) => setHeadline(text, room, measure);

describe("setHeadline", () => {
  it("takes the largest size that fits, on as few lines as that", () => {
    expect(set("Short")).toEqual({ lines: ["Short"], size: 100 });
    expect(set("x".repeat(20))).toEqual({ lines: ["x".repeat(20)], size: 100 });
    expect(set("x".repeat(21)).size).toBe(50);
  });

  it("evens lines out: no lonely word at the end", () => {
    expect(set("one two three four five six")).toEqual({ lines: ["one two three", "four five six"], size: 100 });
  });

  it("cuts what is too long at a word, without its punctuation", () => {
    const { lines, size } = set(Array.from({ length: 40 }, () => "twelve, or").join(" "));
    expect(size).toBe(50);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/(twelve|or)…$/);
  });

  it("breaks a word that is wider than a line", () => {
    const { lines, size } = set("x".repeat(100));
    expect({ lines: lines.join(""), size, count: lines.length }).toEqual({
      lines: "x".repeat(100),
      size: 50,
      count: 3,
    });
  });

  it("never sets a line wider than the room, nor more lines than it may, and loses no word without an ellipsis", () => {
    let state = 5;
    const next = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
    for (let turn = 0; turn < 500; turn += 1) {
      const words = Array.from({ length: 1 + next(30) }, () => "w".repeat(1 + next(turn % 10 === 0 ? 60 : 14)));
      const { lines, size } = set(words.join(" "));
      const most = size === 100 ? 2 : 3;
      expect(lines.length).toBeLessThanOrEqual(most);
      expect(Math.max(...lines.map((line) => measure(line, size)))).toBeLessThanOrEqual(room.width);
      if (!lines.at(-1)?.endsWith("…")) expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
    }
  });
});
