import { posToDOMRect, type Editor } from "@tiptap/core";

/** Where the selection is in the window. */
export function selectionRect(editor: Editor): DOMRect | null {
  if (editor.isDestroyed) return null;
  const { from, to } = editor.state.selection;
  return posToDOMRect(editor.view, from, to);
}

/** Where the node at a position is in the window; its visible part, so that a long table keeps its tools in sight. */
export function nodeRect(editor: Editor, position: number): DOMRect | null {
  const dom = editor.isDestroyed ? null : editor.view.nodeDOM(position);
  if (!(dom instanceof Element)) return null;
  const { x, y, width, height } = dom.getBoundingClientRect();
  // Below the bar above the text, whose height is about this.
  const top = Math.min(Math.max(y, 112), y + height);
  return new DOMRect(x, top, width, Math.max(0, height - (top - y)));
}
