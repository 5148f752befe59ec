import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { doc, paragraph, reference, table, text } from "@/lib/richtext/testing/shorthand";
import { placeOfQuote, positionOfBlock, quoteBetween } from "./block-index";
import { editorDocument } from "./document-json";
import { documentExtensions } from "./schema/document-extensions";

const schema = getSchema(documentExtensions());
const body = editorDocument(
  schema,
  doc(
    paragraph("First words"),
    paragraph("A claim", reference("a-1"), " that is ", text("bold", { type: "bold" }), "."),
    table([["Head"]], [["one cell"], ["two cells"]]),
  ),
);
const wordsAt = (place: { from: number; to: number } | null) =>
  place && body.textBetween(place.from, place.to, " ", " ").replace(/\s+/g, " ");

describe("quotes", () => {
  it("are found again where they were taken from", () => {
    const start = positionOfBlock(body, 1) + 3;
    const quote = quoteBetween(body, start, start + 19);
    expect(quote).toEqual({ blockIndex: 1, quote: "claim that is bold" });
    expect(quote && placeOfQuote(body, quote)).toEqual({ from: start, to: start + 19 });
  });

  it("end with their block", () => {
    expect(quoteBetween(body, 7, body.content.size)).toEqual({ blockIndex: 0, quote: "words" });
    expect(quoteBetween(body, 1, 1)).toBeNull();
  });

  it("are found in cells and after their block moved, and not when they are gone", () => {
    expect(wordsAt(placeOfQuote(body, { blockIndex: 0, quote: "two cells" }))).toBe("two cells");
    expect(wordsAt(placeOfQuote(body, { blockIndex: 2, quote: "First" }))).toBe("First");
    expect(wordsAt(placeOfQuote(body, { blockIndex: 9, quote: "one cell two" }))).toBe("one cell two");
    expect(placeOfQuote(body, { blockIndex: 0, quote: "nowhere" })).toBeNull();
    expect(placeOfQuote(body, { blockIndex: 0, quote: "" })).toBeNull();
  });
});
