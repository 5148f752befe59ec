import { describe, expect, it } from "vitest";
import { citationSchema } from "@/lib/richtext/citation";
import { citationFromCsl } from "./csl";
import { plainWords } from "./plain-words";

/** As doi.org answers for a journal article of Crossref. */
const article = {
  type: "journal-article",
  title: "The alliance in adult psychotherapy: A <i>meta-analytic</i> synthesis.",
  author: [
    { given: "Christoph", family: "Flückiger", sequence: "first", affiliation: [] },
    { given: "A. C.", family: "Del Re", sequence: "additional" },
    { name: "Alliance Group", sequence: "additional" },
  ],
  issued: { "date-parts": [[2018, 12]] },
  "container-title": "Psychotherapy",
  volume: "55",
  issue: "4",
  page: "316-340",
  publisher: "American Psychological Association (APA)",
  DOI: "10.1037/pst0000172",
  URL: "https://doi.org/10.1037/pst0000172",
};

describe("a work in CSL JSON", () => {
  it("becomes a reference", () => {
    expect(citationFromCsl(article)).toEqual({
      id: "fluckiger-2018-alliance",
      type: "article",
      title: "The alliance in adult psychotherapy: A meta-analytic synthesis.",
      authors: ["Flückiger, Christoph", "Del Re, A. C.", "Alliance Group"],
      year: 2018,
      container: "Psychotherapy",
      volume: "55",
      issue: "4",
      pages: "316-340",
      doi: "10.1037/pst0000172",
      url: null,
      publisher: "American Psychological Association (APA)",
    });
  });

  it.each([
    [
      "a list of titles (Crossref)",
      { title: ["One", "Two"], "container-title": ["Journal"] },
      { title: "One", container: "Journal" },
    ],
    ["numbers", { volume: 12, issue: 3, page: 9 }, { volume: "12", issue: "3", pages: "9" }],
    ["an article number", { page: undefined, "article-number": "e1234" }, { pages: "e1234" }],
    ["a date in words", { issued: { raw: "March 2019" } }, { year: 2019 }],
    ["a year as text", { issued: { "date-parts": [["2020"]] } }, { year: 2020 }],
    ["an empty date", { issued: { "date-parts": [[null]] } }, { year: null }],
    ["a date elsewhere", { issued: undefined, published: { "date-parts": [[2017]] } }, { year: 2017 }],
    [
      "organisations",
      { author: [{ literal: "World Health Organization" }] },
      { authors: ["World Health Organization"] },
    ],
    [
      "editors of a book",
      { type: "book", author: [], editor: [{ family: "Doe", given: "J." }] },
      { type: "book", authors: ["Doe, J."] },
    ],
    ["an unknown kind", { type: "hologram" }, { type: "article" }],
    ["an unknown kind outside journals", { type: "hologram", "container-title": undefined }, { type: "webpage" }],
    ["no DOI", { DOI: undefined, URL: "https://example.org/a" }, { doi: null, url: "https://example.org/a" }],
    ["an address that is none", { DOI: undefined, URL: "javascript:alert(1)" }, { doi: null, url: null }],
    ["nonsense in its place", { author: "nobody", volume: {}, issued: "x" }, { authors: [], volume: null, year: null }],
  ])("may have %s", (_, given, expected) => {
    const citation = citationFromCsl({ ...article, ...given });
    expect(citation).toMatchObject(expected);
    expect(citationSchema.parse(citation)).toEqual(citation);
  });

  it("with thousands of authors names the first", () => {
    const author = Array.from({ length: 3000 }, (_, index) => ({ family: `F${String(index)}`, given: "G." }));
    const { authors } = citationFromCsl({ ...article, author })!;
    expect([authors.length, authors.at(0), authors.at(-1)]).toEqual([100, "F0, G.", "et al."]);
  });

  it("is none without a title", () => {
    for (const answer of [null, "x", 7, [], {}, { title: " " }, { ...article, title: "<b></b>" }, { title: 3 }])
      expect(citationFromCsl(answer)).toBeNull();
  });

  it("gets an id that the list does not have", () => {
    const first = citationFromCsl(article)!.id;
    expect(citationFromCsl(article, [first, `${first}-2`])?.id).toBe(`${first}-3`);
    expect(citationFromCsl({ title: "心理", type: "book" })?.id).toBe("work");
    expect(citationFromCsl({ ...article, title: "word".repeat(100), author: [{ family: "x".repeat(99) }] })?.id.length).toBeLessThan(80); // prettier-ignore
  });
});

describe("words of a registry", () => {
  it.each([
    ["Sleep &amp; mood", "Sleep & mood"],
    ["<i>Homo</i>\n  sapiens", "Homo sapiens"],
    ["effects (p < .05) of x", "effects (p < .05) of x"],
    ["<script>alert(1)</script>Title", "Title"],
    ["H<sub>2</sub>O", "H2O"],
    ["a\0b", "ab"],
  ])("%j reads %j", (given, expected) => {
    expect(plainWords(given, 100)).toBe(expected);
  });

  it("are cut between characters", () => {
    expect(plainWords("abcdef", 3)).toBe("abc");
    expect(plainWords(undefined, 3)).toBeNull();
  });
});
