import { Editor } from "@tiptap/core";
import { editorDocument, editorJson } from "./document-json";
import { editorExtensions } from "./editor-extensions";
import type { EditorPicture } from "./schema/picture-view";
import type { RichTextDocument } from "@/lib/richtext/schema";
import type { UnknownBlock } from "@/lib/richtext/parse";
import { EditorSession, type EditorFeatures, type PictureSource } from "./session";

type Given = {
  initial: RichTextDocument;
  unknown?: readonly UnknownBlock[] | undefined;
  pictures: PictureSource;
  features: EditorFeatures;
  known: readonly EditorPicture[];
  siteOrigin: string;
  label?: string | undefined;
  editable?: boolean | undefined;
  onFullScreen: () => void;
  onOpenComment: (id: string) => void;
};

export type MadeEditor = { editor: Editor; session: EditorSession; close: () => void };

/** An editor that is not in the page yet (EditorContent puts it there), and what its plugins and components share. */
export function makeEditor(given: Given): MadeEditor {
  const { initial, unknown = [], label = "Text", editable = true, onFullScreen, onOpenComment } = given;
  const session = new EditorSession(given);
  const editor = new Editor({
    element: document.createElement("div"),
    extensions: editorExtensions({ session, unknown, onFullScreen, onOpenComment }),
    content: editorJson(initial),
    editable,
    // The style sheet of the desk has these rules; a script may add none (Content Security Policy).
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "rte-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: "en",
        spellcheck: "true",
      },
    },
  });
  // Tiptap opens what it can't read as an empty text, and saving that would lose everything.
  if (!editor.state.doc.eq(editorDocument(editor.schema, initial))) throw new Error("The editor can't show this text");
  return listening(editor, session);
}

function listening(editor: Editor, session: EditorSession): MadeEditor {
  session.setView(editor.view);
  editor.on("update", () => {
    session.changes.touch(performance.now());
  });
  const flush = (): void => {
    session.changes.flush();
  };
  const flushHidden = (): void => {
    if (document.visibilityState === "hidden") flush();
  };
  editor.on("blur", flush);
  document.addEventListener("visibilitychange", flushHidden);
  addEventListener("pagehide", flush);
  const close = (): void => {
    flush();
    document.removeEventListener("visibilitychange", flushHidden);
    removeEventListener("pagehide", flush);
    session.uploads.cancelAll();
    session.setView(null);
    editor.destroy();
  };
  return { editor, session, close };
}
