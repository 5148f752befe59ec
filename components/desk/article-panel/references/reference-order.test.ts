import { describe, expect, it } from "vitest";
import { citationSchema, type Citation } from "@/lib/richtext/citation";
import { findSameWork, orderReferences, shortName } from "./reference-order";

const work = (id: string, given: Partial<Citation> = {}): Citation =>
  citationSchema.parse({ id, type: "article", title: id, authors: [], year: 2020, ...given });

describe("orderReferences", () => {
  const citations = [work("a"), work("b"), work("c"), work("d")];

  it("puts what the text uses first, in the order of use, each once", () => {
    const { used, unused, missing } = orderReferences(citations, ["c", "a", "c", "a"]);
    expect(used.map(({ citation, number }) => [citation.id, number])).toEqual([
      ["c", 1],
      ["a", 2],
    ]);
    expect(unused.map(({ id }) => id)).toEqual(["b", "d"]);
    expect(missing).toEqual([]);
  });

  it("counts marks without a work as readers would", () => {
    const { used, missing } = orderReferences(citations, ["gone", "b"]);
    expect(missing).toEqual([{ key: "gone", number: 1 }]);
    expect(used.map(({ citation, number }) => [citation.id, number])).toEqual([["b", 2]]);
  });

  it("leaves nothing out and invents nothing", () => {
    const { used, unused } = orderReferences(citations, ["d", "x", "b"]);
    expect([...used.map(({ citation }) => citation.id), ...unused.map(({ id }) => id)].sort()).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    expect(orderReferences([], [])).toEqual({ used: [], unused: [], missing: [] });
  });
});

describe("findSameWork", () => {
  const listed = [
    work("by-doi", { doi: "10.1037/PST0000172" }),
    work("by-url", { url: "https://www.example.org/guide/?id=1" }),
  ];

  it.each([
    ["the same DOI in other letters", { doi: "10.1037/pst0000172", url: null }, ["by-doi", "doi"]],
    ["the same page without www and slash", { doi: null, url: "http://example.org/guide?id=1" }, ["by-url", "address"]],
    ["another DOI", { doi: "10.1037/pst0000173", url: null }, undefined],
    ["another page", { doi: null, url: "https://example.org/guide?id=2" }, undefined],
    ["nothing to compare by", { doi: null, url: null }, undefined],
  ])("recognises %s", (_, given, found) => {
    const same = findSameWork(listed, work("new", given));
    expect(same ? [same.work.id, same.by] : undefined).toEqual(found);
  });

  it("does not take a work for its own double", () => {
    expect(findSameWork(listed, work("by-doi", { doi: "10.1037/pst0000172" }))).toBeNull();
  });
});

describe("shortName", () => {
  it.each([
    [["Kazdin, Alan E."], "Kazdin, 2009"],
    [["Del Re, A. C.", "Wampold, Bruce E."], "Del Re & Wampold, 2009"],
    [["A, X.", "B, Y.", "C, Z."], "A et al., 2009"],
    [["A, X.", "et al."], "A et al., 2009"],
    [["World Health Organization"], "World Health Organization, 2009"],
    [[], "Understanding how and why psychotherapy leads to…"],
  ])("names the work of %j", (authors, name) => {
    const title = "Understanding how and why psychotherapy leads to change";
    expect(shortName({ authors, year: 2009, title })).toBe(name);
  });

  it("says when there is no year", () => {
    expect(shortName({ authors: ["WHO"], year: null, title: "x" })).toBe("WHO, n.d.");
  });
});
