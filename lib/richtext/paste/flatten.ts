import { assertNever } from "@/lib/assert-never";
import type { Block, ListItemNode, ParagraphNode } from "../schema";

/**
 * The words of blocks as paragraphs, for places that hold nothing else (table cells, quotes). Pictures, rules and
 * printed blocks have no words and are left out; a table gives one paragraph per row.
 */
export function flattenToParagraphs(blocks: readonly (Block | ListItemNode)[]): ParagraphNode[] {
  return blocks.flatMap((block) => flattened(block));
}

function flattened(block: Block | ListItemNode): ParagraphNode[] {
  switch (block.type) {
    case "paragraph":
      return [block];
    case "heading":
      return block.content ? [{ type: "paragraph", content: block.content }] : [];
    case "bulletList":
    case "orderedList":
    case "listItem":
    case "blockquote":
    case "callout":
      return flattenToParagraphs(block.content);
    case "table":
      return block.content.map((row) => joined(row.content.flatMap((cell) => cell.content)));
    case "image":
    case "gallery":
    case "crisisHelp":
    case "contactAddress":
    case "embed":
    case "horizontalRule":
      return [];
    default:
      return assertNever(block);
  }
}

function joined(paragraphs: readonly ParagraphNode[]): ParagraphNode {
  const filled = paragraphs.filter((paragraph) => paragraph.content?.length);
  const content = filled.flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: "text" as const, text: " – " }] : []),
    ...(paragraph.content ?? []),
  ]);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}
