import { expect, it } from "vitest";
import { doc, paragraph } from "@/lib/richtext/testing/shorthand";
import { relocateAnchor } from "./relocate-anchor";

const body = doc(paragraph("one"), paragraph("the  same words"), paragraph("two"), paragraph("The same words"));

it("finds a passage where it stood, or nearest to it", () => {
  expect(relocateAnchor(body, { blockIndex: 3, quote: "same words" })).toBe(3);
  expect(relocateAnchor(body, { blockIndex: 0, quote: "the same words" })).toBe(1);
  expect(relocateAnchor(body, { blockIndex: 40, quote: "two" })).toBe(2);
});

it("says when the passage is gone", () => {
  expect(relocateAnchor(body, { blockIndex: 1, quote: "other words" })).toBeNull();
  expect(relocateAnchor(doc(), { blockIndex: 0, quote: "one" })).toBeNull();
});
