/** The one place that knows which node holds which: everything that searches a body goes through `descendants`. */
import { assertNever } from "@/lib/assert-never";
import type { Block, Inline, ListItemNode, RichTextDocument, TableCellNode, TableRowNode } from "./schema";

export type RichTextNode = Block | ListItemNode | TableRowNode | TableCellNode | Inline;

/** Every node of the body in reading order, parents before their children. */
export function* descendants(doc: RichTextDocument): Generator<RichTextNode> {
  for (const block of doc.content) yield* withDescendants(block);
}

function* withDescendants(node: RichTextNode): Generator<RichTextNode> {
  yield node;
  for (const child of childrenOf(node)) yield* withDescendants(child);
}

function childrenOf(node: RichTextNode): readonly RichTextNode[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return node.content ?? [];
    case "bulletList":
    case "orderedList":
    case "listItem":
    case "blockquote":
    case "gallery":
    case "table":
    case "tableRow":
    case "tableHeader":
    case "tableCell":
    case "callout":
      return node.content;
    case "image":
    case "crisisHelp":
    case "contactAddress":
    case "embed":
    case "horizontalRule":
    case "text":
    case "hardBreak":
    case "reference":
      return [];
    default:
      return assertNever(node);
  }
}
