/** Lists of pasted HTML, with those that stand between items instead of in one (Google Docs, Word Online). */
import type { ListItemNode } from "../schema";
import { isDropped } from "./element-kinds";
import { flattenToParagraphs } from "./flatten";
import { plainLook } from "./inlines";
import { isBlank, type PasteElement, type PasteNode } from "./paste-tree";
import { isPicture, type ItemContent, type ListBlock, type PastedItem } from "./pasted";
import { itemsOf, type Place, type Reading } from "./reading";

/** Adds the list to the flow, and behind it what a list can't hold: pictures, embeds. */
export function readList(element: PasteElement, { flow, reading }: Place): void {
  const outside: PastedItem[] = [];
  const list = listFrom(element, reading, outside);
  if (list) flow.push(list);
  for (const item of outside) flow.push(item);
}

function listFrom(element: PasteElement, reading: Reading, outside: PastedItem[]): ListBlock | null {
  const content: ListItemNode[] = [];
  for (const child of element.children) {
    if (typeof child === "string" ? isBlank(child) : isDropped(child)) continue;
    const parts = itemParts(child, reading, outside);
    const [first, ...rest] = parts;
    if (!first) continue;
    const last = content.at(-1);
    const isItem = typeof child !== "string" && child.tag === "li";
    if (last && !isItem && first.type !== "paragraph") last.content.push(first, ...rest);
    else content.push({ type: "listItem", content: parts });
  }
  if (content.length === 0) return null;
  return element.tag === "ol"
    ? { type: "orderedList", attrs: { start: startOf(element) }, content }
    : { type: "bulletList", content };
}

function startOf({ attributes: { start } }: PasteElement): number {
  return start && /^\d{1,6}$/.test(start) ? Number(start) : 1;
}

function itemParts(node: PasteNode, reading: Reading, outside: PastedItem[]): ItemContent[] {
  const inside = typeof node !== "string" && node.tag === "li" ? node.children : [node];
  return itemsOf(inside, plainLook, reading).flatMap((item): ItemContent[] => {
    if (isPicture(item) || item.type === "embed") {
      outside.push(item);
      return [];
    }
    if (item.type === "bulletList" || item.type === "orderedList") return [item];
    return flattenToParagraphs([item]);
  });
}
