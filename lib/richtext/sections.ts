/** Where a body may be interrupted by advertising. */
import { blockText } from "./plain-text";
import type { Block, RichTextDocument } from "./schema";
import { countWords } from "./words";

/** The top-level blocks `start` to `end` (exclusive). All sections but the first begin with an h2. */
export type Section = { start: number; end: number; words: number };

const wordsBeforeFirstSlot = 300;
const wordsPerSlot = 450;
const mostSlots = 4;

/** Splits the body at its h2. The first section is what stands before the first h2 and is absent when that is nothing. */
export function sectionsOf(doc: RichTextDocument): Section[] {
  const sections: Section[] = [];
  let current: Section | undefined;
  for (const [index, block] of doc.content.entries()) {
    if (!current || isSectionHeading(block)) {
      current = { start: index, end: index, words: 0 };
      sections.push(current);
    }
    current.end = index + 1;
    current.words += countWords(blockText(block));
  }
  return sections;
}

/**
 * The indices of the top-level blocks after which a labelled slot may stand: always between two sections, never in the
 * first 300 words, with 450 words from one slot to the next and in the whole body for each, never more than four, and
 * never beside a block of help lines, not even with only the section's heading between.
 */
export function adPositions(doc: RichTextDocument): number[] {
  const sections = sectionsOf(doc);
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const most = Math.min(mostSlots, Math.floor(words / wordsPerSlot));
  const positions: number[] = [];
  let read = 0;
  let nextAllowed = wordsBeforeFirstSlot;
  for (const { start, words: sectionWords } of sections) {
    if (positions.length === most) break;
    if (start > 0 && read >= nextAllowed && !isBesideCrisisHelp(doc.content, start)) {
      positions.push(start - 1);
      nextAllowed = read + wordsPerSlot;
    }
    read += sectionWords;
  }
  return positions;
}

function isSectionHeading(block: Block): boolean {
  return block.type === "heading" && block.attrs.level === 2;
}

function isBesideCrisisHelp(blocks: readonly Block[], heading: number): boolean {
  return blocks[heading - 1]?.type === "crisisHelp" || blocks[heading + 1]?.type === "crisisHelp";
}
