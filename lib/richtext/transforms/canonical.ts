import { markOrder, type Inline, type Mark, type RichTextDocument } from "../schema";

/**
 * The same body in the one way in which the editor writes it: marks in the order of markOrder and each kind once (of two
 * links the outer, which comes first), texts with equal marks joined, no empty lists of marks or of inline content.
 * Readers see no difference. Two bodies that look the same to an editor are deeply equal after this.
 * @returns a new document; the given one is not changed
 */
export function canonicalDocument(doc: RichTextDocument): RichTextDocument {
  return { type: "doc", content: doc.content.map((block) => canonicalNode(block)) };
}

type AnyNode = { type: string; content?: unknown[] };

function canonicalNode<Node extends AnyNode>(node: Node): Node {
  if (!node.content) return node;
  if (!holdsInline(node)) return { ...node, content: (node.content as AnyNode[]).map((child) => canonicalNode(child)) };
  const { content, ...rest } = node;
  const inline = canonicalInline(content as Inline[]);
  return (inline.length > 0 ? { ...rest, content: inline } : rest) as Node;
}

function holdsInline(node: AnyNode): boolean {
  return node.type === "paragraph" || node.type === "heading";
}

/** The same for the content of one paragraph or heading. */
export function canonicalInline(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of content) {
    const next = node.type === "text" ? textNode(node.text, canonicalMarks(node.marks ?? [])) : node;
    const last = result.at(-1);
    if (next.type === "text" && last?.type === "text" && sameMarks(last.marks, next.marks)) {
      result[result.length - 1] = textNode(last.text + next.text, last.marks ?? []);
    } else result.push(next);
  }
  return result;
}

function textNode(text: string, marks: Mark[]): Extract<Inline, { type: "text" }> {
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
}

function canonicalMarks(marks: readonly Mark[]): Mark[] {
  return markOrder.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

function sameMarks(one: readonly Mark[] = [], other: readonly Mark[] = []): boolean {
  return one.length === other.length && one.every((mark, index) => sameMark(mark, other[index]));
}

function sameMark(one: Mark, other: Mark | undefined): boolean {
  if (one.type !== other?.type) return false;
  return one.type !== "link" || other.type !== "link" || one.attrs.href === other.attrs.href;
}
