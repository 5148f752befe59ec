/** Finding words in the editor's document. */
import type { Node as EditorNode } from "@tiptap/pm/model";

export type FindQuery = { text: string; matchCase: boolean; wholeWord: boolean };
export type Match = { from: number; to: number };

/** Stands for an inline node without words, so that offsets in the text are offsets in the document. */
const leafCharacter = "\ufffc";
const texts = new WeakMap<EditorNode, string>();

/**
 * All places of the words, in reading order, none over another. They are found across marks (half of a word may be bold)
 * but not across line breaks, reference marks and paragraphs. Nothing for an empty query.
 */
export function findMatches(doc: EditorNode, query: FindQuery): Match[] {
  const pattern = patternOf(query);
  const matches: Match[] = [];
  if (!pattern) return matches;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (const { index, 0: words } of textOfBlock(node).matchAll(pattern)) {
      const from = position + 1 + index;
      matches.push({ from, to: from + words.length });
    }
    return false;
  });
  return matches;
}

function textOfBlock(node: EditorNode): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const text = node.textBetween(0, node.content.size, undefined, leafCharacter);
  texts.set(node, text);
  return text;
}

/** Typed quotes and apostrophes find the curly ones too; the other way round as well. */
const quoteForms: Record<string, string> = {
  "'": "['’‘]",
  "’": "['’‘]",
  "‘": "['’‘]",
  '"': '["“”]',
  "“": '["“”]',
  "”": '["“”]',
};

function patternOf({ text, matchCase, wholeWord }: FindQuery): RegExp | null {
  if (text === "") return null;
  const literal = text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
    .replace(/['’‘"“”]/g, (quote) => quoteForms[quote] ?? quote)
    .replace(/[ \u00a0]/g, "[ \u00a0]");
  const bounded = wholeWord ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
  return new RegExp(bounded, matchCase ? "gu" : "giu");
}

/** The match to go to from a position: the first that begins there or later, else the first of all. -1 when none. */
export function matchFrom(matches: readonly Match[], position: number): number {
  const index = matches.findIndex(({ from }) => from >= position);
  return index >= 0 || matches.length === 0 ? index : 0;
}
