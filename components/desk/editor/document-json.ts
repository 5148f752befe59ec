/** Between the stored body and the editor's document. */
import type { Node as EditorNode, Schema } from "@tiptap/pm/model";
import { canonicalDocument } from "@/lib/richtext/transforms/canonical";
import { blockSchema, type Block, type RichTextDocument } from "@/lib/richtext/schema";

/** The stored body as the editor reads it. One without blocks gets an empty paragraph to write in. */
export function editorJson(doc: RichTextDocument): RichTextDocument {
  const { content } = canonicalDocument(doc);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/** The stored body as the editor's document. */
export function editorDocument(schema: Schema, doc: RichTextDocument): EditorNode {
  const node = schema.nodeFromJSON(editorJson(doc));
  node.check();
  return node;
}

/** ProseMirror shares what did not change between two documents, so a change costs the blocks that it touched. */
const blocks = new WeakMap<EditorNode, Block>();
const documents = new WeakMap<EditorNode, RichTextDocument>();

/** The stored form of the editor's document. The same object as long as nothing changed. */
export function storedDocument(doc: EditorNode): RichTextDocument {
  const known = documents.get(doc);
  if (known) return known;
  const stored: RichTextDocument = { type: "doc", content: doc.children.map(storedBlock) };
  documents.set(doc, stored);
  return stored;
}

/** @throws ZodError when the editor made something that can't be stored, which a property test shows it doesn't */
export function storedBlock(node: EditorNode): Block {
  const known = blocks.get(node);
  if (known) return known;
  // The schema also drops the marks that ProseMirror keeps on hard breaks and reference marks.
  const block = blockSchema.parse(node.toJSON());
  blocks.set(node, block);
  return block;
}
