import { describe, expect, it } from "vitest";
import { documentSchema, type Mark } from "../schema";
import { randomDocument } from "../testing/random-document";
import { doc, link, paragraph, text } from "../testing/shorthand";
import { plainText } from "../plain-text";
import { canonicalDocument } from "./canonical";

const bold: Mark = { type: "bold" };
const italic: Mark = { type: "italic" };

describe("canonicalDocument", () => {
  it("orders marks and keeps each kind once", () => {
    const given = doc(paragraph(text("a", italic, bold, italic, link("/one"), link("/two"))));
    expect(canonicalDocument(given)).toEqual(doc(paragraph(text("a", link("/one"), bold, italic))));
  });

  it("joins texts with equal marks only", () => {
    const given = doc(paragraph(text("a", bold), text("b", bold), text("c"), { type: "text", text: "d", marks: [] }));
    expect(canonicalDocument(given)).toEqual(doc(paragraph(text("ab", bold), text("cd"))));
    const links = doc(paragraph(text("a", link("/one")), text("b", link("/two"))));
    expect(canonicalDocument(links)).toEqual(links);
  });

  it("drops empty content, also deep inside", () => {
    const empty = { type: "paragraph" as const, content: [] };
    const given = doc({ type: "bulletList", content: [{ type: "listItem", content: [empty] }] });
    expect(canonicalDocument(given)).toEqual(
      doc({ type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] }),
    );
  });

  it("changes no word, gives a valid document and nothing new the second time", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const given = randomDocument(seed);
      const canonical = canonicalDocument(given);
      expect(documentSchema.parse(canonical)).toEqual(canonical);
      expect(plainText(canonical)).toBe(plainText(given));
      expect(canonicalDocument(canonical)).toEqual(canonical);
    }
  });
});
