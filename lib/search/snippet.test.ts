import { describe, expect, it } from "vitest";
import { lexemesIn, snippetsFor, type SnippetPart } from "./snippet";

const shown = (parts: readonly SnippetPart[]): string =>
  parts.map(({ text, match }) => (match ? `[${text}]` : text)).join("");
const snippet = (text: string, ...lexemes: string[]): string => shown(snippetsFor(new Set(lexemes))(text));
/** Sentences that say nothing of what is searched for. */
const filler = (sentences: number): string => "Nobody said much on that long morning. ".repeat(sentences);

describe("lexemesIn", () => {
  it("reads the stems of a query, whatever joins them", () => {
    expect([...lexemesIn("'social' & 'anxieti' | 'first' <-> 'session' & 'draw':*")]).toEqual([
      "social",
      "anxieti",
      "first",
      "session",
      "draw",
    ]);
    expect([...lexemesIn("'o''brien' & '\"'")]).toEqual(["o'brien", '"']);
    expect([...lexemesIn("T")]).toEqual([]);
  });
});

describe("snippetsFor", () => {
  it("marks every form of a word, as it is written", () => {
    expect(snippet("Therapy ends, and THERAPIES end.", "therapi")).toBe("[Therapy] ends, and [THERAPIES] end.");
    expect(snippet("Depressed people, and depression.", "depress")).toBe("[Depressed] people, and [depression].");
  });

  it("marks a word with accents, and not what only begins alike", () => {
    expect(snippet("A naïve, naively told école.", "naiv", "ecol")).toBe("A [naïve], [naively] told [école].");
    expect(snippet("The naves of a cathedral; unnaive.", "naiv")).toBe("");
    expect(snippet("Ein nai\u0308ver Satz, a nai\u0308ve one.", "naiv")).toContain("[nai\u0308ve]");
  });

  it("takes numbers and other scripts for words", () => {
    expect(snippet("In 2019 and 20190: терапия.", "2019")).toBe("In [2019] and 20190: терапия.");
    expect(snippet("In 2019: терапия.", "терапия")).toBe("In 2019: [терапия].");
  });

  it("leaves markup as text, and makes one space of line breaks", () => {
    expect(snippetsFor(new Set(["x"]))("<b>x</b>\n\n& more")).toEqual([
      { text: "<b>", match: false },
      { text: "x", match: true },
      { text: "</b> & more", match: false },
    ]);
  });

  it("shows nothing of a text without the words, of no text, and for a search that only excludes", () => {
    expect(snippet("plain", "therapi")).toBe("");
    expect(snippet("", "therapi")).toBe("");
    expect(snippet("plain")).toBe("");
    expect(snippet("signs", "-", "(")).toBe("");
  });

  it("begins with the sentence, and ends with a word", () => {
    const text = `${filler(9)}They spoke of burnout at work. ${filler(9)}`;
    const found = snippet(text, "burnout");
    expect(found).toMatch(/^They spoke of \[burnout\] at work\. Nobody/);
    expect(found.length).toBeLessThanOrEqual(152);
    expect(text).toContain(`${found.replace(/[[\]]/g, "")} `);
  });

  it("begins with a word where the sentence is long", () => {
    const text = `${"word after word ".repeat(20)}then burnout ${"and so on ".repeat(30)}`;
    const found = snippet(text, "burnout");
    expect(found).toMatch(/^(?:word|after)\b.* then \[burnout\] and so on/);
    expect(found).toMatch(/(?:and|so|on)$/);
  });

  it("prefers the place that says all words to an earlier one", () => {
    const text = `${`Anxiety is old. ${filler(8)}`.repeat(3)}Social anxiety is common. ${filler(8)}`;
    expect(snippet(text, "social", "anxieti")).toContain("[Social] [anxiety] is common.");
  });

  it("prefers words side by side: a phrase is shown where it stands", () => {
    const text = `${`The first of three sessions. ${filler(8)}`.repeat(3)}The first session is free. ${filler(8)}`;
    expect(snippet(text, "first", "session")).toContain("The [first] [session] is free.");
  });

  it("shows a second place for what the first does not say, in the order of the text", () => {
    const text = `They spoke of homework. ${filler(8)}Trust grew, and trust stayed. ${filler(8)}`;
    expect(snippet(text, "trust", "homework")).toMatch(
      /^They spoke of \[homework\]\. Nobody.* … \[Trust\] grew, and \[trust\] stayed\. Nobody/,
    );
  });

  it("never shows a word twice, however close the places are", () => {
    const words = Array.from({ length: 60 }, (_, index) => `w${String(index)} ${index % 9 === 0 ? "trust" : "and"}`);
    const found = snippet(`${words.join(" ")}.`, "trust").replace(/[[\]]/g, "");
    const numbered = found.match(/w\d+/g) ?? [];
    expect(numbered.length).toBeGreaterThan(10);
    expect(new Set(numbered).size).toBe(numbered.length);
    expect(numbered.map((word) => Number(word.slice(1)))).toEqual(
      numbered.map((word) => Number(word.slice(1))).sort((one, other) => one - other),
    );
  });

  it("takes a word that is longer than any fragment, and hits without a space between them", () => {
    const long = `trust${"x".repeat(400)}`;
    expect(snippet(`${long} trust ${long}`, "trust")).toContain("[trust]");
    expect(snippet("trust-trust/trust ".repeat(100), "trust")).toMatch(/^\[trust\]-\[trust\]\/\[trust\]/);
  });
});
