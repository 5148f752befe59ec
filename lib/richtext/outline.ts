/** The table of contents. */
import { inlineText } from "./plain-text";
import type { RichTextDocument } from "./schema";

export type OutlineLink = { id: string; text: string };
/** A section and the subsections in it. */
export type OutlineEntry = OutlineLink & { children: OutlineLink[] };

/**
 * The body's h2 with the h3 below each. An h3 before the first h2 stands by itself; h4 and headings that have no id
 * (nothing could link to them) or no words are left out.
 */
export function outlineOf(doc: RichTextDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let section: OutlineEntry | undefined;
  for (const block of doc.content) {
    if (block.type !== "heading" || block.attrs.level === 4) continue;
    const { id, level } = block.attrs;
    const text = inlineText(block.content).replace(/\s+/g, " ").trim();
    if (level === 2) section = undefined;
    if (id === null || text === "") continue;
    if (level === 3 && section) {
      section.children.push({ id, text });
      continue;
    }
    const entry = { id, text, children: [] };
    entries.push(entry);
    if (level === 2) section = entry;
  }
  return entries;
}
