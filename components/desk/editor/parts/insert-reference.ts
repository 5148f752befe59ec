import type { Editor } from "@tiptap/core";

/** Puts a reference mark at the caret, behind selected words. */
export function insertReference(editor: Editor, key: string): void {
  if (editor.isDestroyed) return;
  editor
    .chain()
    .focus()
    .setTextSelection(editor.state.selection.to)
    .insertContent({ type: "reference", attrs: { key } })
    .run();
}
