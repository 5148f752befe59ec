"use client";
import type { Editor } from "@tiptap/core";
import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { useEditorState } from "@tiptap/react";
import { CircleQuestionMark, Maximize2, Minimize2, Plus, Redo2, Search, Undo2 } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { EditorSession } from "../session";
import { matchingItems } from "../slash-items";
import { Toolbar, ToolButton } from "../toolbars/toolbar";
import { WordCount } from "./word-count";

type TopBarProps = { editor: Editor; session: EditorSession; fullScreen: boolean; onFullScreen: () => void };

/** What is always at hand, above the text. */
export function TopBar({ editor, session, fullScreen, onFullScreen }: TopBarProps): ReactElement {
  const { canUndo, canRedo } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({ canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0 }),
  });
  return (
    <div className="gap-2 px-1 py-1 flex flex-wrap items-center">
      <Toolbar label="Editor" className="flex-1" onLeave={() => editor.commands.focus()}>
        <InsertMenu editor={editor} session={session} />
        <ToolButton
          icon={Undo2}
          label="Undo"
          keys="Ctrl+Z"
          disabled={!canUndo}
          onPress={() => editor.chain().focus().undo().run()}
        />
        <ToolButton
          icon={Redo2}
          label="Redo"
          keys="Ctrl+Shift+Z"
          disabled={!canRedo}
          onPress={() => editor.chain().focus().redo().run()}
        />
        <ToolButton
          icon={Search}
          label="Find and replace"
          keys="Ctrl+F"
          onPress={() => {
            session.finding.set(true);
          }}
        />
        <ToolButton
          icon={fullScreen ? Minimize2 : Maximize2}
          label="Full screen"
          keys="Ctrl+Shift+Enter"
          pressed={fullScreen}
          onPress={onFullScreen}
        />
        <ToolButton
          icon={CircleQuestionMark}
          label="Keys of the editor"
          keys="Ctrl+/"
          onPress={() => {
            session.dialog.set({ kind: "help" });
          }}
        />
      </Toolbar>
      <WordCount editor={editor} session={session} />
    </div>
  );
}

/** The same blocks as the slash menu, for who works with a mouse or on a phone. */
function InsertMenu({ editor, session }: { editor: Editor; session: EditorSession }): ReactElement {
  return (
    <Menu
      align="start"
      trigger={
        <Button size="small" look="quiet">
          <Plus aria-hidden className="size-4.5" />
          Insert
        </Button>
      }
    >
      {matchingItems("", session.features).map((item) => (
        <MenuItem
          key={item.id}
          onSelect={() => {
            // After the menu has given the focus back to its button.
            setTimeout(() => {
              item.run(editor, session);
            });
          }}
        >
          {item.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
