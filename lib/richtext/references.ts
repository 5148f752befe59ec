/** Numbers for the reference marks of a body, and the ids that join each mark to its entry in the list. */
import type { ReferenceNode, RichTextDocument } from "./schema";
import { descendants } from "./walk";

/** One mark in the text. `letter` names it in the list entry's links back: a, b, … z, aa. */
export type ReferenceMark = { id: string; number: number; letter: string };

/** One entry of the list, in the order of first use. */
export type NumberedReference = { key: string; number: number; id: string; marks: ReferenceMark[] };

export type NumberedReferences = {
  /** The keys in order of first use. */
  order: string[];
  list: NumberedReference[];
  /** Keyed by the node itself: a document from parseDocument or readMarkdown never holds the same object twice. */
  markOf: ReadonlyMap<ReferenceNode, ReferenceMark>;
};

/** Numbers the keys in the order in which the reader meets them, 1 first. */
export function numberReferences(doc: RichTextDocument): NumberedReferences {
  const byKey = new Map<string, NumberedReference>();
  const markOf = new Map<ReferenceNode, ReferenceMark>();
  for (const node of descendants(doc)) {
    if (node.type !== "reference") continue;
    const { key } = node.attrs;
    const number = byKey.get(key)?.number ?? byKey.size + 1;
    const reference = byKey.get(key) ?? { key, number, id: referenceId(number), marks: [] };
    byKey.set(key, reference);
    const ordinal = reference.marks.length + 1;
    const mark = { id: `ref-mark-${String(number)}-${String(ordinal)}`, number, letter: letterOf(ordinal) };
    reference.marks.push(mark);
    markOf.set(node, mark);
  }
  return { order: [...byKey.keys()], list: [...byKey.values()], markOf };
}

/** The id of an entry in the list; the marks link to it. */
export function referenceId(number: number): string {
  return `reference-${String(number)}`;
}

/** 1 is a, 26 is z, 27 is aa. */
function letterOf(ordinal: number): string {
  const rest = Math.floor((ordinal - 1) / 26);
  const letter = String.fromCharCode("a".charCodeAt(0) + ((ordinal - 1) % 26));
  return rest > 0 ? letterOf(rest) + letter : letter;
}
