import { describe, expect, it } from "vitest";
import { swappedLetters, wrongLetters } from "./typing-slips";

describe("typing slips", () => {
  it("turn neighbouring letters round, once", () => {
    expect(swappedLetters("abc")).toEqual(["bac", "acb"]);
    expect(swappedLetters("aab")).toEqual(["aba"]);
    expect(swappedLetters("anxeity")).toContain("anxiety");
    expect(swappedLetters("burnuot")).toContain("burnout");
  });

  it("take one letter out or replace it", () => {
    expect(wrongLetters("ab")).toHaveLength(2 + 2 * 25);
    expect(wrongLetters("sleap")).toContain("sleep");
    expect(wrongLetters("sleeep")).toContain("sleep");
    expect(wrongLetters("sleep")).not.toContain("sleep");
  });

  it("know nothing of an empty word", () => {
    expect(swappedLetters("a")).toEqual([]);
    expect(wrongLetters("")).toEqual([]);
  });
});
