/** Everything that searches a body goes through here. */
import type { Block, Inline, ListItemNode, RichTextDocument, TableCellNode, TableRowNode } from "./schema";

export type RichTextNode = Block | ListItemNode | TableRowNode | TableCellNode | Inline;

/** Every node of the body in reading order, parents before their children. */
export function* descendants(doc: RichTextDocument): Generator<RichTextNode> {
  for (const block of doc.content) yield* withDescendants(block);
}

/** In every type of node, what it holds is its `content`. */
function* withDescendants(node: RichTextNode): Generator<RichTextNode> {
  yield node;
  const children = "content" in node ? (node.content ?? []) : [];
  for (const child of children) yield* withDescendants(child);
}
