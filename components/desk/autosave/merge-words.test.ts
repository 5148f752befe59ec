import { expect, it } from "vitest";
import { citationSchema } from "@/lib/richtext/citation";
import { citationWords, fieldValueWords, theirsLabel } from "./merge-words";

const naming = { names: { categories: { 1: "News" }, tags: {}, people: {}, media: {} }, timeZone: "UTC" };

it("names what is in question", () => {
  expect(fieldValueWords("headline", "A piece", naming)).toBe("A piece");
  expect(fieldValueWords("contentNote", null, naming)).toBe("");
  expect(fieldValueWords("categoryId", 1, naming)).toBe("News");
  expect(fieldValueWords("reviewerId", 7, naming)).toBe("Number 7");
  expect(fieldValueWords("coverId", null, naming)).toBe("");
  expect(fieldValueWords("noindex", false, naming)).toBe("No");
  expect(fieldValueWords("reviewedAt", new Date("2026-03-01T10:00:00Z"), naming)).toContain("2026");
  expect(citationWords(null)).toBe("");
  const work = citationSchema.parse({ id: "a", type: "book", title: "A book", authors: ["Doe, J."], year: 2020 });
  expect(citationWords(work)).toContain("A book");
  expect([theirsLabel("Ana"), theirsLabel(null)]).toEqual(["Ana’s", "The other one"]);
});
