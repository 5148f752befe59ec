/** Where a passage is now that somebody commented on earlier. Pure. */
import { blockText } from "@/lib/richtext/plain-text";
import type { RichTextDocument } from "@/lib/richtext/schema";

/**
 * The block that has the words: the one where they stood, else the nearest to it.
 * @returns its index among the top-level blocks, or null when no block has them any more
 */
export function relocateAnchor(
  body: RichTextDocument,
  { blockIndex, quote }: { blockIndex: number; quote: string },
): number | null {
  const wanted = normalised(quote);
  const found = body.content.flatMap((block, index) => (normalised(blockText(block)).includes(wanted) ? [index] : []));
  const distance = (index: number): number => Math.abs(index - blockIndex);
  return found.reduce<number | null>(
    (best, index) => (best === null || distance(index) < distance(best) ? index : best),
    null,
  );
}

/** Editors and browsers do not agree about white space and quotation marks. */
function normalised(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'").trim().toLowerCase();
}
