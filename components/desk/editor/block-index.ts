/** Between places in the document and top-level blocks, which the rest of the desk counts from 0. */
import type { Node as EditorNode } from "@tiptap/pm/model";

/** The position before the block; that after the last one when there are fewer. */
export function positionOfBlock(doc: EditorNode, index: number): number {
  let position = 0;
  for (let at = 0; at < Math.min(index, doc.childCount); at += 1) position += doc.child(at).nodeSize;
  return position;
}

export type BlockQuote = {
  /** Of the top-level block in the stored body. */
  blockIndex: number;
  /** The words as they stand in that block, without line breaks. */
  quote: string;
};

/** The words from `from` to `to` as far as they stand in one top-level block; null when there are none. */
export function quoteBetween(doc: EditorNode, from: number, to: number): BlockQuote | null {
  const $from = doc.resolve(from);
  const blockIndex = $from.index(0);
  if (blockIndex >= doc.childCount) return null;
  const end = Math.min(to, positionOfBlock(doc, blockIndex + 1));
  const quote = doc.textBetween(from, end, " ", " ").replace(/\s+/g, " ").trim();
  return quote === "" ? null : { blockIndex, quote };
}

/**
 * Where the words of a quote stand now: in its block, or in the nearest one that has them after blocks were moved. Null
 * when nobody finds them any more.
 */
export function placeOfQuote(doc: EditorNode, { blockIndex, quote }: BlockQuote): { from: number; to: number } | null {
  const near = Array.from({ length: doc.childCount }, (_, index) => index).sort(
    (one, other) => Math.abs(one - blockIndex) - Math.abs(other - blockIndex),
  );
  for (const index of near) {
    const found = quoteInBlock(doc.child(index), quote);
    const start = positionOfBlock(doc, index) + 1;
    if (found) return { from: start + found.from, to: start + found.to };
  }
  return null;
}

/** Offsets inside the block's content. */
function quoteInBlock(block: EditorNode, quote: string): { from: number; to: number } | null {
  const { text, positions } = wordsWithPositions(block);
  const at = text.indexOf(quote);
  const from = positions[at];
  const last = positions[at + quote.length - 1];
  return at < 0 || quote === "" || from === undefined || last === undefined ? null : { from, to: last + 1 };
}

/** The block's words with single spaces, and the offset of each character inside the block's content. */
function wordsWithPositions(block: EditorNode): { text: string; positions: number[] } {
  let text = "";
  const positions: number[] = [];
  const add = (character: string, position: number): void => {
    const isSpace = /\s/.test(character);
    if (isSpace && (text === "" || text.endsWith(" "))) return;
    text += isSpace ? " " : character;
    positions.push(position);
  };
  const addText = (words: string, start: number): void => {
    for (let index = 0; index < words.length; index += 1) add(words.charAt(index), start + index);
  };
  if (block.isTextblock) {
    block.forEach((node, offset) => {
      addText(node.text ?? " ", offset);
    });
    return { text, positions };
  }
  block.descendants((node, position) => {
    if (node.isText) addText(node.text ?? "", position);
    else add(" ", position);
  });
  return { text, positions };
}
