import { describe, expect, it } from "vitest";
import { citationSchema, citationTypes, type Citation } from "@/lib/richtext/citation";
import { citationValues, emptyCitation, readCitation, shownFields } from "./citation-values";

const full: Citation = {
  id: "fluckiger-2018-alliance",
  type: "article",
  title: "The alliance in adult psychotherapy: A meta-analytic synthesis",
  authors: ["Flückiger, Christoph", "Del Re, A. C.", "et al."],
  year: 2018,
  container: "Psychotherapy",
  volume: "55",
  issue: "4",
  pages: "316-340",
  doi: "10.1037/pst0000172",
  url: "https://example.org/alliance",
  publisher: "APA",
};

describe("a work and its form", () => {
  it.each(citationTypes)("loses nothing of a %s", (type) => {
    const bare = citationSchema.parse({ id: "bare", type, title: "Bare", authors: [], year: null });
    for (const citation of [{ ...full, type }, bare]) {
      expect(readCitation(citationValues(citation), citation.id)).toEqual({ ok: true, citation });
    }
  });

  it.each(citationTypes)("shows everything of a %s that is filled, each field once", (type) => {
    const shown = shownFields(citationValues({ ...full, type })).map(({ name }) => name);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(10);
    const empty = shownFields({ ...emptyCitation, type }).map(({ name }) => name);
    expect(empty).toEqual(expect.arrayContaining(["title", "authors", "year", "url"]));
    expect(empty).not.toHaveLength(10);
  });

  it("reads what people paste", () => {
    const typed = {
      ...emptyCitation,
      title: "  Two\nlines ",
      authors: "\n A, B \n\n C, D\n",
      doi: "https://doi.org/10.1037/x",
      year: " 2020 ",
    };
    expect(readCitation(typed, "key")).toMatchObject({
      ok: true,
      citation: { id: "key", title: "Two lines", authors: ["A, B", "C, D"], doi: "10.1037/x", year: 2020, url: null },
    });
  });

  it.each([
    ["title", ""],
    ["title", "x".repeat(501)],
    ["authors", "x".repeat(201)],
    ["year", "20"],
    ["year", "soon"],
    ["doi", "11.5/x"],
    ["url", "example.org"],
    ["url", "javascript:alert(1)"],
    ["volume", "x".repeat(41)],
  ] as const)("names the field %s when %j is wrong", (name, text) => {
    const reading = readCitation({ ...emptyCitation, title: "A title", [name]: text }, "key");
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(Object.keys(reading.problems)).toEqual([name]);
  });
});
