import { describe, expect, it } from "vitest";
import type { Block } from "./schema";
import { adPositions, sectionsOf } from "./sections";
import { blockText } from "./plain-text";
import { randomDocument } from "./testing/random-document";
import { doc, heading, paragraph, wordsOf } from "./testing/shorthand";
import { countWords } from "./words";

/** A section with a heading of one word: `words` in all. */
function section(words: number): Block[] {
  return [heading(2, "Heading"), wordsOf(words - 1)];
}

describe("sectionsOf", () => {
  it("splits before every h2 and counts the words", () => {
    const body = doc(paragraph("a b"), heading(2, "One"), heading(3, "Sub"), paragraph("c"), heading(2, "Two"));
    expect(sectionsOf(body)).toEqual([
      { start: 0, end: 1, words: 2 },
      { start: 1, end: 4, words: 3 },
      { start: 4, end: 5, words: 1 },
    ]);
  });

  it("has no empty first section", () => {
    expect(sectionsOf(doc(heading(2, "One")))).toEqual([{ start: 0, end: 1, words: 1 }]);
    expect(sectionsOf(doc())).toEqual([]);
  });
});

describe("adPositions", () => {
  it("leaves the first 300 words alone", () => {
    expect(adPositions(doc(wordsOf(299), ...section(400)))).toEqual([]);
    expect(adPositions(doc(wordsOf(300), ...section(400)))).toEqual([0]);
  });

  it("keeps 450 words between two slots", () => {
    expect(adPositions(doc(wordsOf(300), ...section(449), ...section(400)))).toEqual([0]);
    expect(adPositions(doc(wordsOf(300), ...section(450), ...section(400)))).toEqual([0, 2]);
  });

  it("shows no more than one for every 450 words of the body", () => {
    expect(adPositions(doc(wordsOf(300), ...section(149)))).toEqual([]);
    expect(adPositions(doc(wordsOf(300), ...section(450), ...section(149)))).toEqual([0]);
  });

  it("shows at most four", () => {
    const sections = Array.from({ length: 10 }, () => section(500)).flat();
    expect(adPositions(doc(wordsOf(500), ...sections))).toHaveLength(4);
  });

  it("keeps away from help lines before and after the place", () => {
    const help: Block = { type: "crisisHelp" };
    expect(adPositions(doc(wordsOf(400), help, ...section(400)))).toEqual([]);
    expect(adPositions(doc(wordsOf(400), heading(2, "Help"), help, wordsOf(400)))).toEqual([]);
    expect(adPositions(doc(wordsOf(400), help, ...section(400), ...section(400)))).toEqual([3]);
  });

  it("holds every rule in any document", () => {
    let slots = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const { content } = randomDocument(seed);
      const positions = adPositions(doc(...content));
      const wordsUpTo = (end: number): number => countWords(content.slice(0, end).map(blockText).join("\n"));
      slots += positions.length;
      for (const [nth, after] of positions.entries()) {
        expect(content[after + 1]).toMatchObject({ type: "heading", attrs: { level: 2 } });
        expect([content[after]?.type, content[after + 2]?.type]).not.toContain("crisisHelp");
        const previous = positions[nth - 1];
        const read = wordsUpTo(after + 1) - (previous === undefined ? 0 : wordsUpTo(previous + 1));
        expect(read).toBeGreaterThanOrEqual(previous === undefined ? 300 : 450);
      }
    }
    expect(slots).toBeGreaterThan(20);
  });
});
