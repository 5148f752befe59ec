import { describe, expect, it } from "vitest";
import { blockSchema, documentSchema } from "./schema";
import { randomDocument } from "./testing/random-document";

function linkTo(href: string): unknown {
  return { type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] }] };
}

describe("links", () => {
  it.each([
    "/",
    "/news/a",
    "#part",
    "https://example.org/é?a=1#b",
    "HTTP://example.org",
    "mailto:a@b.org",
    "tel:+1234",
  ])("takes %s", (href) => {
    expect(blockSchema.safeParse(linkTo(href)).success).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://a.example/ b",
    "file:///etc/passwd",
    "news/a",
    "",
  ])("refuses %j", (href) => {
    expect(blockSchema.safeParse(linkTo(href)).success).toBe(false);
  });
});

describe("text", () => {
  it.each(["a\0b", "half a pair \ud83d", "\udc00"])("refuses %j, which Postgres can't store", (text) => {
    expect(blockSchema.safeParse({ type: "paragraph", content: [{ type: "text", text }] }).success).toBe(false);
  });

  it("takes whole emoji, line breaks and every script", () => {
    const text = "👩‍👩‍👧\n心理 é";
    expect(blockSchema.safeParse({ type: "paragraph", content: [{ type: "text", text }] }).success).toBe(true);
  });
});

describe("documentSchema", () => {
  it("takes what Tiptap adds and leaves it out", () => {
    const stored = { type: "paragraph", attrs: { textAlign: null }, content: [{ type: "text", text: "a" }] };
    expect(blockSchema.parse(stored)).toEqual({ type: "paragraph", content: [{ type: "text", text: "a" }] });
  });

  it("names the place of a fault inside nested lists", () => {
    const item = { type: "listItem", content: [{ type: "heading" }] };
    const nested = { type: "listItem", content: [{ type: "bulletList", content: [item] }] };
    const result = blockSchema.safeParse({ type: "orderedList", attrs: { start: 1 }, content: [nested] });
    expect(result.error?.issues[0]?.path).toEqual(["content", 0, "content", 0, "content", 0, "content", 0, "type"]);
  });

  it("takes every random document unchanged", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const doc = randomDocument(seed);
      expect(documentSchema.parse(doc)).toEqual(doc);
    }
  });
});
