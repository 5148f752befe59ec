/** What the page around the editor can do with it. */
import type { Editor } from "@tiptap/core";
import type { Plugin } from "@tiptap/pm/state";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { positionOfBlock, quoteBetween, type BlockQuote } from "./block-index";
import { changeInto } from "./document-diff";
import { editorDocument, storedDocument } from "./document-json";
import { insertReference } from "./parts/insert-reference";
import { showComments, type HighlightedComment } from "./plugins/comment-highlights";
import type { EditorPicture } from "./schema/picture-view";
import type { EditorSession } from "./session";

export type ReplaceOptions = {
  /** Earlier steps can still be undone, also those around what came in. Without it the history begins anew. */
  keepUndo?: boolean;
  /** The replacement itself is a step that can be undone, and it is told as a change (a restored version). */
  asStep?: boolean;
};

export type EditorHandle = {
  /** The text as it is now, as stored. Cheap: only blocks that changed since the last call are worked out. */
  getDocument: () => RichTextDocument;
  /**
   * Changes the text into this one (a merge, heading ids given by the server). What is equal stays untouched, so the
   * caret, comments and undo survive; onChange is not called unless `asStep`. Pictures it shows go to addPictures first.
   */
  replaceDocument: (doc: RichTextDocument, options?: ReplaceOptions) => void;
  addPictures: (pictures: readonly EditorPicture[]) => void;
  focus: (place?: "start" | "end") => void;
  insertReference: (key: string) => void;
  /** @param index of the top-level block, from 0 */
  scrollToBlock: (index: number) => void;
  /** The selected words for a review comment, as far as they stand in one block; null without any. */
  selectionQuote: () => BlockQuote | null;
  /** Shows these and no others. @param active the one that stands out */
  highlightComments: (comments: readonly HighlightedComment[], active?: HighlightedComment["id"] | null) => void;
  /** Tells a change that was not told yet, for example before the page is left. */
  flushChange: () => void;
  /** Pictures that are still uploading. */
  pendingUploads: () => number;
};

export function editorHandle(editor: Editor, session: EditorSession): EditorHandle {
  return {
    getDocument: () => storedDocument(editor.state.doc),
    replaceDocument: (doc, options) => {
      replaceDocument(editor, doc, options ?? {});
    },
    addPictures: (pictures) => {
      for (const picture of pictures) session.shelf.set(picture.id, picture);
    },
    focus: (place) => {
      editor.commands.focus(place ?? null);
    },
    insertReference: (key) => {
      insertReference(editor, key);
    },
    scrollToBlock: (index) => {
      scrollToBlock(editor, index);
    },
    selectionQuote: () => quoteBetween(editor.state.doc, editor.state.selection.from, editor.state.selection.to),
    highlightComments: (comments, active = null) => {
      showComments(editor.view, comments, active);
    },
    flushChange: () => {
      session.changes.flush();
    },
    pendingUploads: () => session.uploads.pending,
  };
}

function replaceDocument(
  editor: Editor,
  doc: RichTextDocument,
  { keepUndo = true, asStep = false }: ReplaceOptions,
): void {
  const { tr } = editor.state;
  changeInto(tr, editorDocument(editor.schema, doc));
  if (!tr.docChanged) return;
  // Tiptap tells no update of a transaction with preventUpdate.
  if (!asStep) tr.setMeta("addToHistory", false).setMeta("preventUpdate", true);
  editor.view.dispatch(tr);
  if (!keepUndo) forgetHistory(editor);
}

/** New plugins keep no state of the old ones, so the history is empty. */
function forgetHistory(editor: Editor): void {
  const { state, view } = editor;
  view.updateState(state.reconfigure({ plugins: state.plugins.filter((plugin) => !isHistory(plugin)) }));
  view.updateState(view.state.reconfigure({ plugins: state.plugins }));
}

/** By its settings: the package keeps its key to itself. */
function isHistory({ spec }: Plugin): boolean {
  const settings: unknown = spec.config;
  return typeof settings === "object" && settings !== null && "newGroupDelay" in settings;
}

function scrollToBlock(editor: Editor, index: number): void {
  const dom = editor.view.nodeDOM(positionOfBlock(editor.state.doc, index));
  if (!(dom instanceof HTMLElement)) return;
  dom.scrollIntoView({ block: "center" });
  dom.classList.add("rte-shown");
  setTimeout(() => {
    dom.classList.remove("rte-shown");
  }, 2000);
}
