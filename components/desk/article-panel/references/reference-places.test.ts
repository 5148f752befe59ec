import { describe, expect, it } from "vitest";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { referencePlaces } from "./reference-places";

const mark = (key: string) => ({ type: "reference" as const, attrs: { key } });
const text = (words: string) => ({ type: "text" as const, text: words });

const body: RichTextDocument = {
  type: "doc",
  content: [
    { type: "paragraph", content: [text("Before any heading."), mark("a")] },
    { type: "heading", attrs: { level: 2, id: "part" }, content: [text("A part")] },
    { type: "paragraph", content: [text("Twice"), mark("a"), text(" in here"), mark("a"), mark("b")] },
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph", content: [text("In a list"), mark("a")] }] }],
    },
  ],
};

describe("referencePlaces", () => {
  it("tells every block with its heading, also marks inside of lists", () => {
    expect(referencePlaces(body, "a")).toEqual([
      { heading: null, words: "Before any heading.", marks: 1 },
      { heading: "A part", words: "Twice in here", marks: 2 },
      { heading: "A part", words: "In a list", marks: 1 },
    ]);
    expect(referencePlaces(body, "b")).toHaveLength(1);
    expect(referencePlaces(body, "c")).toEqual([]);
  });
});
