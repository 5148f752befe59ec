"use client";
import { offset, type ComputePositionConfig } from "@floating-ui/dom";
import DragHandle from "@tiptap/extension-drag-handle-react";
import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { GripVertical } from "lucide-react";
import { useCallback, useState, type ReactElement } from "react";

/** Outside, or the plugin would be registered anew at every render. */
const position: Partial<ComputePositionConfig> = { placement: "left-start", middleware: [offset(4)] };

/** The grip beside the block under the mouse: drag it to move the block, press it to select. Keys: Alt+Shift+arrows. */
export function BlockHandle({ editor }: { editor: Editor }): ReactElement {
  const [at, setAt] = useState(-1);
  const onNodeChange = useCallback(({ pos }: { pos: number }) => {
    setAt(pos);
  }, []);
  return (
    <DragHandle editor={editor} className="rte-handle" computePositionConfig={position} onNodeChange={onNodeChange}>
      <span
        title="Drag to move this block"
        aria-hidden
        onClick={() => {
          const node = at >= 0 ? editor.state.doc.nodeAt(at) : null;
          if (!node) return;
          const selection = NodeSelection.create(editor.state.doc, at);
          editor.view.dispatch(editor.state.tr.setSelection(selection));
          editor.view.focus();
        }}
      >
        <GripVertical className="size-4.5" />
      </span>
    </DragHandle>
  );
}
