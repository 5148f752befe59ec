/** Which block's tools are needed: the innermost one around the selection that has any. */
import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";

export const toolKinds = ["table", "image", "gallery", "callout", "blockquote", "embed"] as const;
export type ToolKind = (typeof toolKinds)[number];

/** A block that has tools. `position` is the one before it, `attrs` are those of the stored body. */
export type BlockFocus = { kind: ToolKind; position: number; attrs: Record<string, unknown>; inGallery: boolean };

/** A few steps up from the caret; nothing here looks at the whole text. */
export function blockFocusOf(editor: Editor): BlockFocus | null {
  if (!editor.isEditable) return null;
  const { selection } = editor.state;
  const { $from } = selection;
  const insideGallery = $from.parent.type.name === "gallery";
  if (selection instanceof NodeSelection) {
    const kind = kindOf(selection.node.type.name);
    if (kind) return { kind, position: selection.from, attrs: selection.node.attrs, inGallery: insideGallery };
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    const kind = kindOf(node.type.name);
    if (kind) return { kind, position: $from.before(depth), attrs: node.attrs, inGallery: false };
  }
  return null;
}

function kindOf(name: string): ToolKind | undefined {
  return toolKinds.find((kind) => kind === name);
}

/** Changes some attributes of the block; nothing when it is gone. */
export function setBlockAttributes(
  editor: Editor,
  { kind, position }: BlockFocus,
  attrs: Record<string, unknown>,
): void {
  const { tr } = editor.state;
  if (tr.doc.nodeAt(position)?.type.name !== kind) return;
  for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(position, name, value);
  editor.view.dispatch(tr);
  editor.commands.focus();
}

/** Takes the whole block out of the text. A gallery's last picture takes the gallery along. */
export function removeBlock(editor: Editor, { position, inGallery }: BlockFocus): void {
  const { tr } = editor.state;
  const $position = tr.doc.resolve(position);
  const node = $position.nodeAfter;
  if (!node) return;
  if (inGallery && $position.parent.childCount === 1) tr.delete($position.before(), $position.after());
  else tr.delete(position, position + node.nodeSize);
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus();
}

/** "" is stored as null: no caption, no source. */
export function wordsOrNull(words: string | undefined): string | null {
  return words === undefined || words === "" ? null : words;
}

export function attributeWords(attrs: Record<string, unknown>, name: string): string {
  const value = attrs[name];
  return typeof value === "string" ? value : "";
}
