/** Pasted HTML (Word, Google Docs, web pages, mail) to clean blocks. */
import { blockSchema } from "../schema";
import { isBlock, isDropped } from "./element-kinds";
import { lookInside, plainLook } from "./inlines";
import { PasteNotices } from "./notices";
import type { PasteElement, PasteNode } from "./paste-tree";
import { isBlank } from "./paste-tree";
import { isPicture, type Pasted, type PastedItem } from "./pasted";
import { blockReaders } from "./block-readers";
import { readPicture } from "./pictures";
import { itemsOf, type Place, type Reading } from "./reading";

/**
 * Reads pasted HTML. Words are kept whatever they stand in; looks, scripts, dangerous addresses and what a program
 * writes for itself are dropped. Every block of the result can be stored.
 * @param siteOrigin for example "https://example.org"; links there become paths
 */
export function readPasted(nodes: readonly PasteNode[], siteOrigin?: string): Pasted {
  const reading: Reading = { siteOrigin, notices: new PasteNotices(), read: readNodes };
  const items = itemsOf(nodes, plainLook, reading).flatMap((item): PastedItem[] => {
    if (isPicture(item)) return [item];
    const block = blockSchema.safeParse(item);
    return block.success ? [block.data] : [];
  });
  return { items, notices: reading.notices.sentences() };
}

function readNodes(nodes: readonly PasteNode[], place: Place): void {
  for (const node of nodes) {
    if (typeof node === "string") place.flow.words(node, place.look);
    else if (!isDropped(node)) readElement(node, place);
  }
}

function readElement(element: PasteElement, place: Place): void {
  const { flow, reading } = place;
  if (element.tag === "br") {
    flow.break();
    return;
  }
  if (element.tag === "img") {
    readPicture(element, place);
    return;
  }
  const inside = { ...place, look: lookInside(element, place.look, reading.siteOrigin) };
  if (!isBlock(element)) {
    readNodes(element.children, inside);
    return;
  }
  flow.endLine();
  const reader = blockReaders[element.tag];
  if (reader) reader(element, inside);
  else readNodes(element.children.filter(isNotIndent), inside);
  flow.endLine();
}

/** White space between blocks is the layout of the HTML. */
function isNotIndent(node: PasteNode, index: number, all: readonly PasteNode[]): boolean {
  if (typeof node !== "string" || !isBlank(node)) return true;
  const beside = [all[index - 1], all[index + 1]];
  return !beside.some((neighbour) => typeof neighbour === "object" && isBlock(neighbour));
}
