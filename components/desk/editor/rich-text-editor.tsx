"use client";
import "./editor.css";
import { useEffect, useEffectEvent, useImperativeHandle, useState, type ReactElement, type Ref } from "react";
import { EditorContent, type Editor } from "@tiptap/react";
import { classNames } from "@/components/ui/class-names";
import type { UnknownBlock } from "@/lib/richtext/parse";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { storedDocument } from "./document-json";
import { editorHandle, type EditorHandle } from "./editor-handle";
import { makeEditor, type MadeEditor } from "./make-editor";
import { BlockHandle } from "./parts/block-handle";
import { EditorDialogs } from "./parts/editor-dialogs";
import { FindBar } from "./parts/find-bar";
import type { SuggestArticles } from "./parts/link-suggestions";
import { NoticeBar } from "./parts/notice-bar";
import type { CitationsApi } from "./parts/reference-dialog";
import { SlashMenu } from "./parts/slash-menu";
import { TopBar } from "./parts/top-bar";
import type { EditorPicture } from "./schema/picture-view";
import type { CitationLabel } from "./schema/reference-numbers";
import type { EditorFeatures, EditorSession, PictureSource } from "./session";
import { BlockToolbar } from "./toolbars/block-toolbar";
import { BubbleToolbar } from "./toolbars/bubble-toolbar";

export type RichTextEditorProps = {
  /** Read once. Later texts come in through the handle's replaceDocument. */
  initial: RichTextDocument;
  /** The blocks that parseDocument left out of `initial`; they are shown as boxes. */
  unknown?: readonly UnknownBlock[];
  /**
   * Called when the typing pauses after a change, at the latest every 2.5 seconds, when the text loses the focus and when
   * the page is hidden. `getDocument` gives the text as it is when it is called.
   */
  onChange?: (change: { getDocument: () => RichTextDocument }) => void;
  /** The pictures that `initial` shows. */
  media: Readonly<Record<number, EditorPicture>>;
  citations: readonly CitationLabel[];
  citationsApi?: CitationsApi;
  pictures: PictureSource;
  features: EditorFeatures;
  editable?: boolean;
  /** What the text is, for who does not see it. */
  label?: string;
  suggestArticles?: SuggestArticles;
  /** Links to this origin become paths. The page's own when left out. */
  siteOrigin?: string;
  /** A highlighted passage was clicked; the id as text. */
  onOpenComment?: (id: string) => void;
  handleRef?: Ref<EditorHandle>;
};

type Open = { editor: Editor; session: EditorSession };

/** The editor of bodies. It makes nothing that lib/richtext/schema.ts does not take. */
export function RichTextEditor(props: RichTextEditorProps): ReactElement {
  const [open, setOpen] = useState<Open | null>(null);
  const [fullScreen, setFullScreen] = useState(false);
  const toggleFullScreen = (): void => {
    setFullScreen((before) => !before);
  };
  const openComment = useEffectEvent((id: string) => props.onOpenComment?.(id));
  const make = useEffectEvent((onOpenComment: (id: string) => void) =>
    makeEditor({
      ...props,
      known: Object.values(props.media),
      siteOrigin: props.siteOrigin ?? location.origin,
      onFullScreen: toggleFullScreen,
      onOpenComment,
    }),
  );
  // Only in a browser, and anew when React mounts twice in development.
  useEffect(() => {
    let made: MadeEditor | null = null;
    const timer = setTimeout(() => {
      made = make((id) => {
        openComment(id);
      });
      setOpen(made);
    });
    return () => {
      clearTimeout(timer);
      made?.close();
    };
  }, []);
  return (
    <div
      data-editor-root
      className={classNames("rte-root", fullScreen && "rte-root--full")}
      // Before the text gets the key: there Escape first closes the block menu.
      onKeyDownCapture={(event) => {
        const inText = event.target instanceof Element && event.target.closest(".rte-text") !== null;
        if (event.key === "Escape" && inText && open?.session.slash.get() === null) setFullScreen(false);
      }}
    >
      {open && <OpenEditor {...props} {...open} fullScreen={fullScreen} onFullScreen={toggleFullScreen} />}
    </div>
  );
}

type OpenEditorProps = RichTextEditorProps & Open & { fullScreen: boolean; onFullScreen: () => void };

function OpenEditor(props: OpenEditorProps): ReactElement {
  const { editor, session, editable = true, handleRef } = props;
  useImperativeHandle(handleRef, () => editorHandle(editor, session), [editor, session]);
  useInputs(props);
  return (
    <>
      {editable && (
        <div className="rte-bar">
          <TopBar editor={editor} session={session} fullScreen={props.fullScreen} onFullScreen={props.onFullScreen} />
          <FindBar editor={editor} session={session} />
          <NoticeBar session={session} />
        </div>
      )}
      <EditorContent editor={editor} className="rte-content" />
      {editable && (
        <>
          <BlockHandle editor={editor} />
          <SlashMenu editor={editor} session={session} />
          <BubbleToolbar editor={editor} session={session} />
          <BlockToolbar editor={editor} session={session} />
          <EditorDialogs
            editor={editor}
            session={session}
            citations={props.citations}
            citationsApi={props.citationsApi}
            suggestArticles={props.suggestArticles}
          />
        </>
      )}
    </>
  );
}

/** What the page around it says while the editor is open. */
function useInputs({ editor, session, pictures, citations, editable = true, onChange }: OpenEditorProps): void {
  const tell = useEffectEvent(() => onChange?.({ getDocument: () => storedDocument(editor.state.doc) }));
  useEffect(
    () =>
      session.version.subscribe(() => {
        tell();
      }),
    [session],
  );
  useEffect(() => {
    session.setPictures(pictures);
  }, [session, pictures]);
  useEffect(() => {
    session.numbers.setCitations(citations);
  }, [session, citations]);
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
}
