import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { doc, paragraph, reference, table, text } from "@/lib/richtext/testing/shorthand";
import { editorDocument } from "./document-json";
import { findMatches, matchFrom, type FindQuery } from "./find-matches";
import { documentExtensions } from "./schema/document-extensions";

const schema = getSchema(documentExtensions());
const body = editorDocument(
  schema,
  doc(
    paragraph("Stress and ", text("st", { type: "bold" }), text("ress"), reference("a-1"), "; distress, Überstress"),
    table([["Stress"]], [["it’s a “stress”"]]),
  ),
);
const words = (query: Partial<FindQuery> & { text: string }): string[] =>
  findMatches(body, { matchCase: false, wholeWord: false, ...query }).map(({ from, to }) => body.textBetween(from, to));

describe("findMatches", () => {
  it("finds across marks, in cells, in any case", () => {
    expect(words({ text: "stress" })).toEqual(["Stress", "stress", "stress", "stress", "Stress", "stress"]);
    expect(words({ text: "stress", matchCase: true })).toHaveLength(4);
    expect(words({ text: "stress", wholeWord: true })).toEqual(["Stress", "stress", "Stress", "stress"]);
  });

  it("takes the text as it is, not as a pattern", () => {
    expect(words({ text: "." })).toEqual([]);
    expect(words({ text: ";" })).toEqual([";"]);
    expect(words({ text: "(a|b)[" })).toEqual([]);
    expect(words({ text: "" })).toEqual([]);
  });

  it("finds either form of quotes and not across reference marks", () => {
    expect(words({ text: 'it\'s a "stress"' })).toEqual(["it’s a “stress”"]);
    expect(words({ text: "stress;" })).toEqual([]);
  });

  it("goes on behind the caret and begins again at the end", () => {
    const matches = [
      { from: 3, to: 4 },
      { from: 9, to: 10 },
    ];
    expect([0, 3, 4, 10].map((position) => matchFrom(matches, position))).toEqual([0, 0, 1, 0]);
    expect(matchFrom([], 1)).toBe(-1);
  });
});
