import { describe, expect, it } from "vitest";
import { citationSchema, type Citation } from "./citation";
import { citationParts, citationText } from "./citation-format";
import { formatAuthors } from "./citation-names";

function citation(fields: Partial<Citation>): Citation {
  return citationSchema.parse({
    id: "a",
    type: "article",
    title: "Title",
    authors: ["Doe, Jane"],
    year: 2001,
    ...fields,
  });
}

describe("citationText", () => {
  it.each<[string, Partial<Citation>, string]>([
    [
      "an article",
      { container: "Psychotherapy", volume: "55", issue: "4", pages: "316-340", doi: "10.1037/pst0000172" },
      "Doe, J. (2001). Title. Psychotherapy, 55(4), 316–340. https://doi.org/10.1037/pst0000172",
    ],
    ["an article without issue", { container: "J", volume: "9", pages: "e19" }, "Doe, J. (2001). Title. J, 9, e19."],
    ["an article with an issue only", { container: "J", issue: "2" }, "Doe, J. (2001). Title. J, (2)."],
    ["an article that asks", { title: "Why?", container: "J" }, "Doe, J. (2001). Why? J."],
    ["a book", { type: "book", container: "Routledge" }, "Doe, J. (2001). Title. Routledge."],
    [
      "a page of its publisher, undated",
      { type: "webpage", authors: ["Samaritans"], container: "Samaritans", year: null, url: "https://a.example/x" },
      "Samaritans. (n.d.). Title. https://a.example/x",
    ],
    [
      "a report with series and publisher",
      { type: "report", container: "Data Brief 203", publisher: "NCHS" },
      "Doe, J. (2001). Title. Data Brief 203, NCHS.",
    ],
    ["a work without author", { type: "report", authors: [] }, "Title. (2001)."],
  ])("of %s", (_name, fields, expected) => {
    expect(citationText(citation(fields))).toBe(expected);
  });

  it("prefers the DOI to the page and encodes what a link can't hold", () => {
    const parts = citationParts(citation({ doi: "10.1002/(SICI)1<1::AID>3.0", url: "https://copy.example" }));
    expect(parts.at(-1)?.href).toBe("https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0");
  });

  it("sets the journal and volume of an article in italics, and the title of everything else", () => {
    const italics = (fields: Partial<Citation>): string[] =>
      citationParts(citation(fields)).flatMap(({ text, italic }) => (italic ? [text] : []));
    expect(italics({ container: "J", volume: "1", issue: "2" })).toEqual(["J", "1"]);
    expect(italics({ type: "guideline", container: "NICE" })).toEqual(["Title."]);
  });
});

describe("formatAuthors", () => {
  it.each<[string[], string]>([
    [["Flückiger, Christoph", "Del Re, A. C.", "Wampold, Bruce E."], "Flückiger, C., Del Re, A. C., & Wampold, B. E."],
    [["Normand, Sharon-Lise T."], "Normand, S.-L. T."],
    [["King, Martin, Jr."], "King, M., Jr."],
    [["Řiháček, Tomáš", "østergaard, søren"], "Řiháček, T., & østergaard, S."],
    [["Heinz, Michael V.", "et al."], "Heinz, M. V., et al."],
    [
      ["World Health Organization", "International Labour Organization"],
      "World Health Organization & International Labour Organization",
    ],
    [["Department of Sociology, University of Maryland"], "Department of Sociology, University of Maryland"],
    [["Schooler, Jonathan"], "Schooler, J."],
  ])("%j", (authors, expected) => {
    expect(formatAuthors(authors)).toBe(expected);
  });

  it("names nineteen and the last of more than twenty", () => {
    const authors = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `Name${String(index + 1)}, A`);
    expect(formatAuthors(authors(20))).toMatch(/Name19, A\., & Name20, A\.$/);
    expect(formatAuthors(authors(22))).toMatch(/Name19, A\., … Name22, A\.$/);
  });
});
