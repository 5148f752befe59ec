import { describe, expect, it } from "vitest";
import { parseDocument } from "./parse";
import { randomDocument } from "./testing/random-document";

const paragraph = { type: "paragraph", content: [{ type: "text", text: "kept" }] };

describe("parseDocument", () => {
  it("gives back what was stored", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const stored = randomDocument(seed);
      expect(parseDocument(JSON.parse(JSON.stringify(stored)))).toEqual({ doc: stored, unknown: [] });
    }
  });

  it("leaves out unknown and invalid blocks and tells which", () => {
    const badHeading = { type: "heading", attrs: { level: 1, id: null } };
    const content = [paragraph, { type: "quiz", attrs: {} }, badHeading, "words", null, paragraph];
    const { doc, unknown } = parseDocument({ type: "doc", content });
    expect(doc.content).toEqual([paragraph, paragraph]);
    expect(unknown.map(({ index, type }) => ({ index, type }))).toEqual([
      { index: 1, type: "quiz" },
      { index: 2, type: "heading" },
      { index: 3, type: "" },
      { index: 4, type: "" },
    ]);
    expect(unknown[1]?.reason).toMatch(/^attrs\.level: /);
  });

  it("leaves out the whole block when something inside is unsafe", () => {
    const marks = [{ type: "link", attrs: { href: "javascript:alert(1)" } }];
    const content = [{ type: "paragraph", content: [{ type: "text", text: "x", marks }] }];
    expect(parseDocument({ type: "doc", content })).toMatchObject({ doc: { content: [] }, unknown: [{ index: 0 }] });
  });

  it("reads a document without content as empty, as the editor stores it", () => {
    expect(parseDocument({ type: "doc" })).toEqual({ doc: { type: "doc", content: [] }, unknown: [] });
  });

  it.each([null, undefined, "doc", 1, [], {}, { type: "page", content: [] }, { type: "doc", content: "x" }])(
    "throws for %j",
    (value) => {
      expect(() => parseDocument(value)).toThrow(/^Not a rich text document/);
    },
  );
});
