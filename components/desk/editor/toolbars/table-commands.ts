/** What may be done to a table so that the stored body takes it. */
import type { Editor } from "@tiptap/core";
import { CellSelection, selectedRect, TableMap } from "@tiptap/pm/tables";
import { longestSpan } from "../schema/tables";

/** Whether the selected cells can become one: within the longest spans, and with a cell left in each row. */
export function canMergeCells(editor: Editor): boolean {
  const { state } = editor;
  if (!(state.selection instanceof CellSelection) || !editor.can().mergeCells()) return false;
  const { left, right, top, bottom, map } = selectedRect(state);
  if (right - left > longestSpan.colspan || bottom - top > longestSpan.rowspan) return false;
  return bottom - top === 1 || right - left < map.width;
}

/** Adding inside a merged cell makes its span longer. */
export function canGrow(editor: Editor, direction: "row" | "column"): boolean {
  const { table, map } = selectedRect(editor.state);
  const { width, height } = TableMap.get(table);
  return direction === "row" ? height < longestSpan.rowspan : width < longestSpan.colspan && map.width > 0;
}
