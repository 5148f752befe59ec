"use client";
import { useEditorState, type Editor } from "@tiptap/react";
import { Captions, Trash2, Undo2 } from "lucide-react";
import { useCallback, useState, type ReactElement } from "react";
import { WordsDialog } from "../parts/words-dialog";
import type { EditorSession } from "../session";
import { blockFocusOf, removeBlock, setBlockAttributes, type BlockFocus, type ToolKind } from "./block-focus";
import { blockWords } from "./block-words";
import { Floating } from "./floating";
import { GalleryTools, PictureTools } from "./picture-tools";
import { nodeRect } from "./selection-rect";
import { TableTools } from "./table-tools";
import { Toolbar, ToolButton } from "./toolbar";

const labels: Record<ToolKind, string> = {
  table: "Table",
  image: "Picture",
  gallery: "Gallery",
  callout: "Callout",
  blockquote: "Quote",
  embed: "Video or audio",
};

type Props = { editor: Editor; session: EditorSession };

/** The tools of the table, picture, gallery, callout, quote or embed that the caret is in. */
export function BlockToolbar({ editor, session }: Props): ReactElement | null {
  const focus = useEditorState({ editor, selector: ({ editor: current }) => blockFocusOf(current) });
  const hasWords = useEditorState({ editor, selector: ({ editor: current }) => isSelectingWords(current) });
  const [asked, setAsked] = useState<BlockFocus | null>(null);
  const position = focus?.position ?? null;
  const rect = useCallback(() => (position === null ? null : nodeRect(editor, position)), [editor, position]);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      {focus && !hasWords && (
        <Floating
          rect={rect}
          place={`${focus.kind}-${String(focus.position)}`}
          context={editor.view.dom}
          placement="top-start"
          className="p-1"
        >
          <Toolbar label={`${labels[focus.kind]} tools`} onLeave={() => editor.commands.focus()}>
            <Tools
              editor={editor}
              session={session}
              focus={focus}
              onWords={() => {
                setAsked(focus);
              }}
            />
          </Toolbar>
        </Floating>
      )}
      {asked && (
        <WordsDialog
          title={blockWords[asked.kind].title}
          fields={blockWords[asked.kind].fields(asked)}
          save="Save"
          onClose={close}
          onSave={(words) => {
            setBlockAttributes(editor, asked, blockWords[asked.kind].attributes(words));
          }}
        />
      )}
    </>
  );
}

/** The toolbar of selected words would lie over this one. */
function isSelectingWords({ state: { selection } }: Editor): boolean {
  return !selection.empty && selection.$from.parent.isTextblock && selection.$from.sameParent(selection.$to);
}

function Tools({ editor, session, focus, onWords }: Props & { focus: BlockFocus; onWords: () => void }): ReactElement {
  if (focus.kind === "table") return <TableTools editor={editor} onCaption={onWords} />;
  if (focus.kind === "image") return <PictureTools editor={editor} session={session} focus={focus} onWords={onWords} />;
  if (focus.kind === "gallery")
    return <GalleryTools editor={editor} session={session} focus={focus} onWords={onWords} />;
  return (
    <>
      <ToolButton icon={Captions} label={blockWords[focus.kind].title} onPress={onWords} />
      {focus.kind !== "embed" && (
        <ToolButton
          icon={Undo2}
          label="Back to plain paragraphs"
          onPress={() => editor.chain().focus().lift(focus.kind).run()}
        />
      )}
      <ToolButton
        icon={Trash2}
        label={`Remove ${labels[focus.kind].toLowerCase()}`}
        onPress={() => {
          removeBlock(editor, focus);
        }}
      />
    </>
  );
}
