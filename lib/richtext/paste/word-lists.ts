/**
 * Word has no lists in the HTML of its clipboard: it writes paragraphs with `mso-list:l0 level2 lfo1` and the bullet or
 * number as text in a span with `mso-list:Ignore`.
 */
import type { ParagraphNode } from "../schema";
import { stylesOf, textOf, type PasteElement, type PasteNode } from "./paste-tree";
import type { ListBlock } from "./pasted";

export type WordListLine = { list: string; level: number; ordered: boolean; start: number; words: ParagraphNode };

/** The place of a paragraph in Word's lists, without its words; null when it is none of their items. */
export function wordListPlace(element: PasteElement): Omit<WordListLine, "words"> | null {
  const match = /\b(l\d+) level(\d+)/.exec(stylesOf(element).get("mso-list") ?? "");
  if (!match) return null;
  const marker = markerOf(element).replace(/[\s\u00a0]+/g, "");
  const ordered = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker);
  const digits = /\d+/.exec(marker)?.[0];
  return {
    list: match[1] ?? "",
    level: Math.min(9, Math.max(1, Number(match[2]))),
    ordered,
    start: ordered && digits && digits.length <= 6 ? Number(digits) : 1,
  };
}

function markerOf(node: PasteNode): string {
  if (typeof node === "string") return "";
  if (stylesOf(node).get("mso-list") === "ignore") return textOf(node);
  return node.children.map(markerOf).join("");
}

type OpenList = { line: WordListLine; block: ListBlock };

/** Lists from lines that follow each other. Deeper lines go into the item before them. */
export function nestedLists(lines: readonly WordListLine[]): ListBlock[] {
  const top: ListBlock[] = [];
  /** The open lists, outermost first. */
  const open: OpenList[] = [];
  for (const line of lines) {
    const block = openListFor(line, open);
    if (block.content.length === 0) {
      const parent = open.at(-2)?.block.content.at(-1);
      if (parent) parent.content.push(block);
      else top.push(block);
    }
    block.content.push({ type: "listItem", content: [line.words] });
  }
  return top;
}

/** The list that the line goes on with, or a new one at its level; deeper ones end. */
function openListFor(line: WordListLine, open: OpenList[]): ListBlock {
  for (let last = open.at(-1); last && last.line.level >= line.level; last = open.at(-1)) {
    const { level, list, ordered } = last.line;
    if (level === line.level && list === line.list && ordered === line.ordered) return last.block;
    open.pop();
  }
  const block = emptyList(line);
  open.push({ line, block });
  return block;
}

function emptyList({ ordered, start }: WordListLine): ListBlock {
  return ordered ? { type: "orderedList", attrs: { start }, content: [] } : { type: "bulletList", content: [] };
}
