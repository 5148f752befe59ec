/** One reader for each block element that becomes something of its own. The others are only boxes around words. */
import { embedFromAddress } from "../embed-address";
import { embedProvidersByName } from "../embed-providers";
import type { Block, HeadingNode, Inline } from "../schema";
import { canonicalInline } from "../transforms/canonical";
import { flattenToParagraphs } from "./flatten";
import { plainLook } from "./inlines";
import { readList } from "./lists";
import { holds, isBlank, textOf, type PasteElement, type PasteNode } from "./paste-tree";
import { isPicture, type PastedItem } from "./pasted";
import { itemsOf, type Place } from "./reading";
import { cellsOf, rowsOf, tableFrom } from "./tables";
import { wordListPlace } from "./word-lists";

type BlockReader = (element: PasteElement, place: Place) => void;

/** The page's headline is the only heading of the first level, so that of another page becomes a section. */
const levels: Record<string, HeadingNode["attrs"]["level"]> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

function readHeading(element: PasteElement, { flow, look, reading }: Place): void {
  const level = levels[element.tag] ?? 2;
  const { blocks, others } = partsOf(itemsOf(element.children, { ...plainLook, href: look.href }, reading));
  const content = flattenToParagraphs(blocks).flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: "text" as const, text: " " }] : []),
    ...(paragraph.content ?? []),
  ]);
  if (content.length > 0)
    flow.push({ type: "heading", attrs: { level, id: null }, content: canonicalInline(withoutWholeBold(content)) });
  for (const item of others) flow.push(item);
}

/** Programs write headings in bold; here a heading is bold by itself. */
function withoutWholeBold(content: Inline[]): Inline[] {
  const isBold = (node: Inline): boolean =>
    node.type !== "text" || node.text.trim() === "" || (node.marks ?? []).some(({ type }) => type === "bold");
  if (!content.every(isBold)) return content;
  return content.map((node) =>
    node.type === "text" ? { ...node, marks: (node.marks ?? []).filter(({ type }) => type !== "bold") } : node,
  );
}

function readParagraph(element: PasteElement, place: Place): void {
  const listed = wordListPlace(element);
  if (/\bMso(?:Sub)?[tT]itle\b/.test(element.attributes.class ?? "")) readHeading(element, place);
  else if (!listed) place.reading.read(element.children, place);
  else {
    const { blocks, others } = partsOf(itemsOf(element.children, place.look, place.reading));
    for (const words of flattenToParagraphs(blocks)) place.flow.pushWordLine(listed, words);
    for (const item of others) place.flow.push(item);
  }
}

function readQuote(element: PasteElement, { flow, reading }: Place): void {
  const isSource = (node: PasteNode): node is PasteElement =>
    typeof node !== "string" && (node.tag === "footer" || node.tag === "cite");
  const source = element.children.filter(isSource).map(textOf).join(" ");
  const words = element.children.filter((node) => !isSource(node));
  const { blocks, others } = partsOf(itemsOf(words, plainLook, reading));
  const content = flattenToParagraphs(blocks);
  const said = source
    .replace(/\s+/g, " ")
    .replace(/^[\s—–-]+/, "")
    .trim()
    .slice(0, 300)
    .toWellFormed();
  if (content.length > 0) flow.push({ type: "blockquote", attrs: { source: said || null }, content });
  for (const item of others) flow.push(item);
}

/** Mails and old pages lay out whole texts in tables: those of one cell, and those around other tables, are no tables. */
function readTable(element: PasteElement, place: Place): void {
  const rows = rowsOf(element);
  const cells = rows.flatMap(cellsOf);
  if (cells.length <= 1 || cells.some((cell) => holds(cell, "table")) || element.attributes.role === "presentation") {
    for (const cell of cells) {
      place.reading.read(cell.children, place);
      place.flow.endLine();
    }
    return;
  }
  const outside: PastedItem[] = [];
  const table = tableFrom(element, (cell) => {
    const { blocks, others } = partsOf(itemsOf(cell.children, plainLook, place.reading));
    outside.push(...others);
    const paragraphs = flattenToParagraphs(blocks);
    return paragraphs.length > 0 ? paragraphs : [{ type: "paragraph" }];
  });
  if (table) place.flow.push(table);
  for (const item of outside) place.flow.push(item);
}

function readFrame({ attributes }: PasteElement, { flow, reading }: Place): void {
  const address = (attributes.src ?? "").replace(/^\/\//, "https://");
  const found = embedFromAddress(address);
  if (!found) {
    reading.notices.embeddedPage(address);
    return;
  }
  const { name, kind } = embedProvidersByName[found.provider];
  const title = (attributes.title ?? "").replace(/\s+/g, " ").trim().slice(0, 200).toWellFormed();
  flow.push({ type: "embed", attrs: { ...found, title: title || `${name} ${kind}` } });
}

/** The names of a glossary in bold, each before what it means. */
function readTerm(element: PasteElement, place: Place): void {
  place.reading.read(element.children, { ...place, look: { ...place.look, bold: true } });
}

/** What can stand inside another block, and what has to stand beside it. */
export function partsOf(items: readonly PastedItem[]): { blocks: Block[]; others: PastedItem[] } {
  const blocks: Block[] = [];
  const others: PastedItem[] = [];
  for (const item of items) {
    if (isPicture(item) || item.type === "embed" || item.type === "image") others.push(item);
    else blocks.push(item);
  }
  return { blocks, others };
}

const headings = Object.fromEntries(Object.keys(levels).map((tag) => [tag, readHeading]));

export const blockReaders: Partial<Record<string, BlockReader>> = {
  ...headings,
  p: readParagraph,
  ul: (element, place) => {
    readList(element, place);
  },
  ol: (element, place) => {
    readList(element, place);
  },
  menu: (element, place) => {
    readList(element, place);
  },
  blockquote: readQuote,
  table: readTable,
  iframe: readFrame,
  dt: readTerm,
  hr: (_element, { flow }) => {
    flow.push({ type: "horizontalRule" });
  },
  caption: (element, place) => {
    if (!isBlank(textOf(element))) place.reading.read(element.children, place);
  },
};
