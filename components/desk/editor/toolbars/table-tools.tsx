"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { isInTable } from "@tiptap/pm/tables";
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Captions,
  Columns2,
  Merge,
  PanelLeft,
  PanelTop,
  Rows2,
  Split,
  Trash2,
} from "lucide-react";
import type { ReactElement } from "react";
import { canGrow, canMergeCells } from "./table-commands";
import { ToolButton, ToolSeparator } from "./toolbar";

type TableToolsProps = { editor: Editor; onCaption: () => void };

/** Rows, columns, headers and merged cells of the table around the caret. */
export function TableTools({ editor, onCaption }: TableToolsProps): ReactElement {
  const may = useEditorState({ editor, selector: ({ editor: current }) => mayOf(current) });
  const chain = () => editor.chain().focus();
  return (
    <>
      <ToolButton
        icon={BetweenHorizontalEnd}
        label="Add row above"
        disabled={!may.row}
        onPress={() => chain().addRowBefore().run()}
      />
      <ToolButton
        icon={BetweenHorizontalStart}
        label="Add row below"
        disabled={!may.row}
        onPress={() => chain().addRowAfter().run()}
      />
      <ToolButton icon={Rows2} label="Delete row" onPress={() => chain().deleteRow().run()} />
      <ToolSeparator />
      <ToolButton
        icon={BetweenVerticalEnd}
        label="Add column before"
        disabled={!may.column}
        onPress={() => chain().addColumnBefore().run()}
      />
      <ToolButton
        icon={BetweenVerticalStart}
        label="Add column after"
        disabled={!may.column}
        onPress={() => chain().addColumnAfter().run()}
      />
      <ToolButton icon={Columns2} label="Delete column" onPress={() => chain().deleteColumn().run()} />
      <ToolSeparator />
      <ToolButton icon={PanelTop} label="Header row" onPress={() => chain().toggleHeaderRow().run()} />
      <ToolButton icon={PanelLeft} label="Header column" onPress={() => chain().toggleHeaderColumn().run()} />
      <ToolButton icon={Merge} label="Merge cells" disabled={!may.merge} onPress={() => chain().mergeCells().run()} />
      <ToolButton icon={Split} label="Split cell" disabled={!may.split} onPress={() => chain().splitCell().run()} />
      <ToolSeparator />
      <ToolButton icon={Captions} label="Caption" onPress={onCaption} />
      <ToolButton icon={Trash2} label="Delete table" onPress={() => chain().deleteTable().run()} />
    </>
  );
}

function mayOf(editor: Editor): { row: boolean; column: boolean; merge: boolean; split: boolean } {
  if (!isInTable(editor.state)) return { row: false, column: false, merge: false, split: false };
  return {
    row: canGrow(editor, "row"),
    column: canGrow(editor, "column"),
    merge: canMergeCells(editor),
    split: editor.can().splitCell(),
  };
}
