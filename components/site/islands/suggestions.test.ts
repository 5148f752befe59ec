import { describe, expect, it } from "vitest";
import { announcement, readSuggestedArticles, wordsToSuggestFor } from "./suggestions";

const article = { headline: "What happens in therapy", href: "/growth-psychology/therapy", category: "Growth" };

describe("wordsToSuggestFor", () => {
  it("asks from two characters on", () => {
    expect(wordsToSuggestFor("a")).toEqual([]);
    expect(wordsToSuggestFor(" a  ")).toEqual([]);
    expect(wordsToSuggestFor("an")).toEqual(["an"]);
    expect(wordsToSuggestFor("Social  Anx")).toEqual(["social", "anx"]);
  });

  it("asks for nothing without a word", () => {
    expect(wordsToSuggestFor("?!%")).toEqual([]);
  });
});

describe("readSuggestedArticles", () => {
  it("takes at most six", () => {
    expect(readSuggestedArticles({ items: [article] })).toEqual([article]);
    expect(readSuggestedArticles({ items: Array.from({ length: 9 }, () => article) })).toHaveLength(6);
  });

  it.each([
    { ...article, href: "https://evil.example/" },
    { ...article, href: "//evil.example/" },
    { ...article, href: "/\\evil.example/" },
    { ...article, href: "javascript:alert(1)" },
    { ...article, headline: 7 },
    { headline: "x", href: "/x" },
    null,
    "text",
  ])("leaves out %j", (item) => {
    expect(readSuggestedArticles({ items: [item, article] })).toEqual([article]);
  });

  it.each([null, [], "text", {}, { items: {} }, { error: "no" }])("knows that %j is no answer", (answer) => {
    expect(readSuggestedArticles(answer)).toBeNull();
  });
});

it("announces counts", () => {
  expect([0, 1, 6].map(announcement)).toEqual(["No Result", "1 suggestion", "6 suggestions"]);
});
