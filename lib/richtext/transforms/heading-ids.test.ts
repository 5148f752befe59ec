import { describe, expect, it } from "vitest";
import type { RichTextDocument } from "../schema";
import { documentSchema } from "../schema";
import { randomDocument } from "../testing/random-document";
import { doc, heading, paragraph } from "../testing/shorthand";
import { withHeadingIds } from "./heading-ids";

function idsOf(body: RichTextDocument): (string | null)[] {
  return body.content.flatMap((block) => (block.type === "heading" ? [block.attrs.id] : []));
}

describe("withHeadingIds", () => {
  it("makes ids from the words", () => {
    const body = doc(heading(2, "What helps?"), paragraph("x"), heading(3, "Café & Émigré"), heading(2, "What helps?"));
    expect(idsOf(withHeadingIds(body))).toEqual(["what-helps", "cafe-emigre", "what-helps-2"]);
  });

  it("has an id for words that leave nothing", () => {
    expect(idsOf(withHeadingIds(doc(heading(2, "心理"), heading(2, "???"))))).toEqual(["section", "section-2"]);
  });

  it("keeps ids that are there and stays clear of those further down", () => {
    const body = doc(heading(2, "Sleep"), heading(2, "New words", "sleep"), heading(2, "Sleep"));
    expect(idsOf(withHeadingIds(body))).toEqual(["sleep-2", "sleep", "sleep-3"]);
  });

  it("replaces the second of two equal ids", () => {
    expect(idsOf(withHeadingIds(doc(heading(2, "One", "one"), heading(2, "Copy", "one"))))).toEqual(["one", "copy"]);
  });

  it("stays clear of the ids of the page", () => {
    const words = ["References", "Reference 1", "Ref mark 1 1", "Crisis help 1", "Table 2 title", "Comments"];
    const body = doc(...words.map((word) => heading(2, word)));
    expect(idsOf(withHeadingIds(body))).toEqual([
      "references-2",
      "reference-1-2",
      "ref-mark-1-1-2",
      "crisis-help-1-2",
      "table-2-title-2",
      "comments-2",
    ]);
  });

  it("fits the schema's 80 characters, number included", () => {
    const long = "abcdefghi ".repeat(12);
    const ids = idsOf(withHeadingIds(doc(heading(2, long), heading(2, long))));
    expect(ids[0]).toHaveLength(79);
    expect(ids[1]).toMatch(/^abcdefghi-.*[a-i]-2$/);
    expect(ids[1]?.length).toBeLessThanOrEqual(80);
  });

  it("gives any document unique ids, changes nothing the second time and leaves its input alone", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const body = randomDocument(seed);
      const before = JSON.stringify(body);
      const once = withHeadingIds(body);
      const ids = idsOf(once);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain(null);
      expect(withHeadingIds(once)).toEqual(once);
      expect(documentSchema.parse(once)).toEqual(once);
      expect(JSON.stringify(body)).toBe(before);
    }
  });
});
