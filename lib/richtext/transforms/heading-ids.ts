import { slugify } from "@/lib/slug";
import { inlineText } from "../plain-text";
import type { RichTextDocument } from "../schema";

const longestId = 80;

/**
 * Ids that the article page itself uses: those of the reference list and its marks, of numbered blocks
 * (components/richtext) and of the page's landmarks. A heading with such words gets a number at the end.
 */
const pageIds =
  /^(?:references|reference-\d+|ref-mark-\d+-\d+|(?:crisis-help|callout|table)-\d+(?:-title)?|main|content|contents|comments|newsletter|search|top)$/;

/**
 * Gives every heading a unique id made from its words (ASCII, no accents). An id that is there is kept when the words
 * change, so that links to the section go on working; only the second of two equal ids is replaced, because copying a
 * heading in the editor copies its id.
 * @returns a new document; the given one is not changed
 */
export function withHeadingIds(doc: RichTextDocument): RichTextDocument {
  const kept = keptIds(doc);
  const taken = new Set(kept.values());
  const content = doc.content.map((block, index) => {
    if (block.type !== "heading" || kept.has(index)) return block;
    const id = freeId(slugify(inlineText(block.content)), taken);
    taken.add(id);
    return { ...block, attrs: { ...block.attrs, id } };
  });
  return { ...doc, content };
}

/** The ids that stand, by the index of their heading: of equal ones the first. */
function keptIds(doc: RichTextDocument): Map<number, string> {
  const kept = new Map<number, string>();
  const seen = new Set<string>();
  for (const [index, block] of doc.content.entries()) {
    if (block.type !== "heading" || block.attrs.id === null) continue;
    const { id } = block.attrs;
    if (!seen.has(id) && !pageIds.test(id)) kept.set(index, id);
    seen.add(id);
  }
  return kept;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  // An id begins with a letter, or style sheets and some programs can't name it.
  const base = cut(/^[a-z]/.test(wanted) ? wanted : `section-${wanted}`.replace(/-$/, ""), longestId);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `-${String(number)}`;
    const id = cut(base, longestId - suffix.length) + suffix;
    if (!taken.has(id) && !pageIds.test(id)) return id;
  }
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/-+$/, "");
}
