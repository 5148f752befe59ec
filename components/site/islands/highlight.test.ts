import { describe, expect, it } from "vitest";
import { markWords, wordsOf } from "./highlight";

/** Marks as brackets, for reading. */
function marked(text: string, ...words: string[]): string {
  const parts = markWords(text, words);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.every((part) => part.text !== "")).toBe(true);
  return parts.map((part) => (part.match ? `[${part.text}]` : part.text)).join("");
}

describe("wordsOf", () => {
  it("takes words without case, accents and signs", () => {
    expect(wordsOf(" Social  ANXIETY, (café)? ")).toEqual(["social", "anxiety", "cafe"]);
    expect(wordsOf("?!")).toEqual([]);
  });
});

describe("markWords", () => {
  it("marks beginnings of words, not their middles", () => {
    expect(marked("Anxiety and social anxiety", "anx")).toBe("[Anx]iety and social [anx]iety");
    expect(marked("Therapy", "rap")).toBe("Therapy");
  });

  it("marks every word that was typed", () => {
    expect(marked("What happens in therapy", "therapy", "hap")).toBe("What [hap]pens in [therapy]");
  });

  it("takes the longest of two typed words that fit", () => {
    expect(marked("Stressful", "stre", "stress")).toBe("[Stress]ful");
  });

  it("marks short words only alone, unless they are still being typed", () => {
    expect(marked("A year at an axe", "a", "year")).toBe("[A] [year] at an axe");
    expect(marked("A year at an axe", "year", "a")).toBe("[A] [year] [a]t [a]n [a]xe");
  });

  it("ignores accents, composed or not", () => {
    expect(marked("Café talk", "cafe")).toBe("[Café] talk");
    expect(marked("Cafe\u0301 talk", "cafe")).toBe("[Cafe\u0301] talk");
    expect(marked("naïve", "na")).toBe("[na]ïve");
  });

  it("keeps its place behind characters outside the basic plane and ligatures", () => {
    expect(marked("🧠🧠 brain work", "brain")).toBe("🧠🧠 [brain] work");
    expect(marked("ﬁnd a ﬁt", "fit")).toBe("ﬁnd a [ﬁt]");
    expect(marked("ﬁnd", "f")).toBe("ﬁnd");
  });

  it("takes HTML and signs as text", () => {
    expect(marked('<img src="x"> (b)', "b", "img")).toBe('<[img] src="x"> ([b])');
  });

  it("marks nothing without words, and nothing in nothing", () => {
    expect(marked("Therapy")).toBe("Therapy");
    expect(markWords("", ["x"])).toEqual([]);
  });
});
