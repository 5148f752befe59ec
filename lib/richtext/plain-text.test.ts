import { describe, expect, it } from "vitest";
import { excerptFrom, plainText } from "./plain-text";
import type { Block } from "./schema";
import { randomDocument } from "./testing/random-document";
import { doc, heading, image, link, paragraph, reference, table, text } from "./testing/shorthand";

describe("plainText", () => {
  it.each<[string, Block, string]>([
    ["paragraph", paragraph("a ", text("b", { type: "bold" }), text(" c", link("/x"))), "a b c"],
    ["reference mark", paragraph("known", reference("a-1"), reference("b-2"), "."), "known."],
    ["hard break", paragraph("a", { type: "hardBreak" }, "b"), "a\nb"],
    ["empty paragraph", { type: "paragraph" }, ""],
    ["heading", heading(2, "Title", "id-not-shown"), "Title"],
    ["image", image(1, "Caption", "Credit left out"), "Caption"],
    ["gallery", { type: "gallery", attrs: { caption: "All" }, content: [image(1, "One"), image(2)] }, "One\nAll"],
    ["table", table([["A", "B"]], [["1", "2"]], "Cap"), "Cap\nA\tB\n1\t2"],
    ["quote", { type: "blockquote", attrs: { source: "Who" }, content: [paragraph("Said")] }, "Said\nWho"],
    ["callout", { type: "callout", attrs: { tone: "tip", title: "T" }, content: [paragraph("x")] }, "T\nx"],
    ["embed", { type: "embed", attrs: { provider: "vimeo", externalId: "1", title: "A talk" } }, "A talk"],
    ["crisis help", { type: "crisisHelp" }, ""],
    ["contact address", { type: "contactAddress" }, ""],
    ["rule", { type: "horizontalRule" }, ""],
  ])("of a %s", (_name, block, expected) => {
    expect(plainText(doc(block))).toBe(expected);
  });

  it("puts nested items and blocks on lines of their own", () => {
    const inner: Block = {
      type: "orderedList",
      attrs: { start: 1 },
      content: [{ type: "listItem", content: [paragraph("b")] }],
    };
    const list: Block = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("a"), inner] }] };
    expect(plainText(doc(list, { type: "horizontalRule" }, paragraph("c")))).toBe("a\nb\nc");
  });

  it("never holds empty lines or marks", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const words = plainText(randomDocument(seed));
      expect(words).not.toMatch(/\[\d+\]/);
      expect(words).not.toMatch(/^\n|\n$/);
    }
  });
});

describe("excerptFrom", () => {
  it("takes paragraphs only, also when other blocks come first", () => {
    expect(excerptFrom(doc(heading(2, "Head"), paragraph("First."), image(1, "cap"), paragraph("Second.")), 100)).toBe(
      "First. Second.",
    );
  });

  it("falls back to any text", () => {
    expect(excerptFrom(doc(heading(2, "Only a heading")), 100)).toBe("Only a heading");
    expect(excerptFrom(doc(), 100)).toBe("");
  });

  it.each([
    [17, "One two, three…"],
    [16, "One two, three…"],
    [14, "One two…"],
    [9, "One two…"],
    [4, "One…"],
    [3, "On…"],
  ])("cut to %i", (max, expected) => {
    expect(excerptFrom(doc(paragraph("One two, three four five")), max)).toBe(expected);
  });

  it("is whole when it fits exactly", () => {
    expect(excerptFrom(doc(paragraph("One two")), 7)).toBe("One two");
    expect(excerptFrom(doc(paragraph("One two")), 6)).toBe("One…");
  });

  it("never cuts a character in two", () => {
    expect(excerptFrom(doc(paragraph("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧")), 12)).toBe("👩‍👩‍👧…");
  });

  it("never is longer than allowed", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      for (const max of [10, 40, 160]) expect(excerptFrom(randomDocument(seed), max).length).toBeLessThanOrEqual(max);
    }
  });
});
