import { describe, expect, it } from "vitest";
import { countWords, readingMinutes } from "./words";

describe("countWords", () => {
  it.each([
    ["", 0],
    [" \n — … ", 0],
    ["one two\nthree", 3],
    ["don't stop", 2],
    ["about 3.5 of 1,000", 4],
    ["well-being", 2],
    ["Über café", 2],
    ["心理健康", 2],
  ])("%j has %i", (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe("readingMinutes", () => {
  it.each([
    [0, 1],
    [238, 1],
    [356, 1],
    [357, 2],
    [2600, 11],
  ])("%i words take %i", (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});
