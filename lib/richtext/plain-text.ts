/** The body as words without markup: for search, feeds, excerpts and counting. */
import { assertNever } from "@/lib/assert-never";
import type { Block, Inline, ListItemNode, ParagraphNode, RichTextDocument } from "./schema";

/**
 * Everything a reader can read in the body, one line per paragraph, item, caption and table row (cells are separated
 * by tabs). Left out: reference marks, alternative texts, picture credits (they name a maker, not the subject) and
 * what the blocks for help lines and the contact address print, because that is not part of the document.
 */
export function plainText(doc: RichTextDocument): string {
  return doc.content.flatMap(blockLines).join("\n");
}

/** The same for one block. */
export function blockText(block: Block): string {
  return blockLines(block).join("\n");
}

/** The words of inline content; a hard break becomes a newline. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map(inlineWords).join("");
}

/**
 * The opening of the body, for where nobody wrote an excerpt: whole paragraphs or, failing that, any text, cut between
 * words and ended with "…" when something was left out.
 * @param max the longest result in UTF-16 units, the ellipsis included
 */
export function excerptFrom(doc: RichTextDocument, max: number): string {
  const paragraphs = doc.content.filter((block) => block.type === "paragraph").flatMap(blockLines);
  const text = oneLine(paragraphs.length > 0 ? paragraphs.join(" ") : plainText(doc));
  return text.length <= max ? text : `${cutBetweenWords(text, max - 1)}…`;
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return lines(inlineText(block.content));
    case "bulletList":
    case "orderedList":
      return block.content.flatMap(itemLines);
    case "blockquote":
      return [...block.content.flatMap(blockLines), ...lines(block.attrs.source)];
    case "image":
      return lines(block.attrs.caption);
    case "gallery":
      return [...block.content.flatMap(blockLines), ...lines(block.attrs.caption)];
    case "table":
      return [
        ...lines(block.attrs.caption),
        ...block.content.flatMap((row) =>
          lines(row.content.map((cell) => paragraphsOnOneLine(cell.content)).join("\t")),
        ),
      ];
    case "callout":
      return [...lines(block.attrs.title), ...block.content.flatMap(blockLines)];
    case "embed":
      return lines(block.attrs.title);
    case "crisisHelp":
    case "contactAddress":
    case "horizontalRule":
      return [];
    default:
      return assertNever(block);
  }
}

function itemLines(item: ListItemNode): string[] {
  return item.content.flatMap(blockLines);
}

function paragraphsOnOneLine(paragraphs: readonly ParagraphNode[]): string {
  return paragraphs.map((paragraph) => oneLine(inlineText(paragraph.content))).join(" ");
}

function inlineWords(node: Inline): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "hardBreak":
      return "\n";
    case "reference":
      return "";
    default:
      return assertNever(node);
  }
}

function lines(text: string | null): string[] {
  return text?.trim() ? [text.trim()] : [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `max` units of a text on one line. A first word that is too long by itself is cut between characters. */
function cutBetweenWords(text: string, max: number): string {
  const head = text.slice(0, max + 1);
  const lastSpace = head.lastIndexOf(" ");
  if (lastSpace > 0) return head.slice(0, lastSpace).replace(/[\s,;:–—-]+$/, "");
  let cut = "";
  for (const { segment } of graphemes.segment(text)) {
    if (cut.length + segment.length > max) break;
    cut += segment;
  }
  return cut;
}
