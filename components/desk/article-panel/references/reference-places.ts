/** Where a text refers to a work. Pure. */
import { openingWords } from "@/lib/articles/checklist/passages";
import { blockText } from "@/lib/richtext/plain-text";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { descendants } from "@/lib/richtext/walk";

type ReferencePlace = {
  /** Of the nearest heading before it; null before the first. */
  heading: string | null;
  /** The opening words of the block. */
  words: string;
  marks: number;
};

/** The top-level blocks that hold marks of this work, in reading order. */
export function referencePlaces(body: RichTextDocument, key: string): ReferencePlace[] {
  let heading: string | null = null;
  const places: ReferencePlace[] = [];
  for (const block of body.content) {
    if (block.type === "heading") heading = blockText(block).trim();
    const marks = [...descendants({ type: "doc", content: [block] })].filter(
      (node) => node.type === "reference" && node.attrs.key === key,
    ).length;
    if (marks > 0) places.push({ heading, words: openingWords(blockText(block)), marks });
  }
  return places;
}
