"use client";
import { useEditorState, type Editor } from "@tiptap/react";
import { TextSelection } from "@tiptap/pm/state";
import { Bold, Code, Heading2, Heading3, Heading4, Italic, Link, List, ListOrdered, TextQuote } from "lucide-react";
import { useCallback, type ReactElement } from "react";
import type { EditorSession } from "../session";
import { useObservable } from "../use-observable";
import { Floating } from "./floating";
import { selectionRect } from "./selection-rect";
import { Toolbar, ToolButton, ToolSeparator } from "./toolbar";

type BubbleProps = { editor: Editor; session: EditorSession };

/** What can be done to selected words. */
export function BubbleToolbar({ editor, session }: BubbleProps): ReactElement | null {
  const look = useEditorState({ editor, selector: ({ editor: current }) => lookOf(current) });
  // A match that was found is selected, and would have this lie over the bar that found it.
  const finding = useObservable(session.finding);
  const rect = useCallback(() => selectionRect(editor), [editor]);
  if (!look || finding) return null;
  return (
    <Floating rect={rect} place={look.place} context={editor.view.dom} placement="top" className="p-1">
      <Toolbar label="Selected words" onLeave={() => editor.commands.focus()}>
        <MarkTools editor={editor} session={session} active={look.active} />
        <ToolSeparator />
        <BlockTools editor={editor} active={look.active} />
      </Toolbar>
    </Floating>
  );
}

type Look = { place: string; active: string[] };

const names = ["bold", "italic", "code", "link", "bulletList", "orderedList", "blockquote"];

/** Null unless words are selected: then nothing is worked out while somebody types. */
function lookOf(editor: Editor): Look | null {
  const { selection, doc } = editor.state;
  if (!(selection instanceof TextSelection) || selection.empty || !editor.isEditable) return null;
  if (doc.textBetween(selection.from, Math.min(selection.to, selection.from + 200), " ").trim() === "") return null;
  const levels = [2, 3, 4]
    .filter((level) => editor.isActive("heading", { level }))
    .map((level) => `heading${String(level)}`);
  return {
    place: `${String(selection.from)}-${String(selection.to)}`,
    active: [...names.filter((name) => editor.isActive(name)), ...levels],
  };
}

function MarkTools({ editor, session, active }: BubbleProps & { active: string[] }): ReactElement {
  const toggle = (mark: string) => () => editor.chain().focus().toggleMark(mark).run();
  return (
    <>
      <ToolButton icon={Bold} label="Bold" keys="Ctrl+B" pressed={active.includes("bold")} onPress={toggle("bold")} />
      <ToolButton
        icon={Italic}
        label="Italic"
        keys="Ctrl+I"
        pressed={active.includes("italic")}
        onPress={toggle("italic")}
      />
      <ToolButton icon={Code} label="Code" keys="Ctrl+E" pressed={active.includes("code")} onPress={toggle("code")} />
      <ToolButton
        icon={Link}
        label={active.includes("link") ? "Change link" : "Link"}
        keys="Ctrl+Shift+K"
        pressed={active.includes("link")}
        onPress={() => {
          session.dialog.set({ kind: "link" });
        }}
      />
    </>
  );
}

const levelIcons = [
  { level: 2, icon: Heading2, label: "Heading" },
  { level: 3, icon: Heading3, label: "Subheading" },
  { level: 4, icon: Heading4, label: "Small heading" },
] as const;

function BlockTools({ editor, active }: { editor: Editor; active: string[] }): ReactElement {
  const list = (type: string) => () => editor.chain().focus().toggleList(type, "listItem").run();
  return (
    <>
      {levelIcons.map(({ level, icon, label }) => (
        <ToolButton
          key={level}
          icon={icon}
          label={label}
          keys={`Ctrl+Alt+${String(level)}`}
          pressed={active.includes(`heading${String(level)}`)}
          onPress={() => editor.chain().focus().toggleNode("heading", "paragraph", { level }).run()}
        />
      ))}
      <ToolButton
        icon={List}
        label="Bulleted list"
        keys="Ctrl+Shift+8"
        pressed={active.includes("bulletList")}
        onPress={list("bulletList")}
      />
      <ToolButton
        icon={ListOrdered}
        label="Numbered list"
        keys="Ctrl+Shift+7"
        pressed={active.includes("orderedList")}
        onPress={list("orderedList")}
      />
      <ToolButton
        icon={TextQuote}
        label="Quote"
        keys="Ctrl+Shift+B"
        pressed={active.includes("blockquote")}
        onPress={() => editor.chain().focus().toggleWrap("blockquote").run()}
      />
    </>
  );
}
