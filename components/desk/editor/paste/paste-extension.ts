/** Paste and drop: what the clipboard holds decides what becomes of it. */
import { Extension } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { NodeSelection, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { handlePaste as handleTablePaste } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { embedFromAddress } from "@/lib/richtext/embed-address";
import { hrefFromTyped, isWebAddress } from "@/lib/richtext/link-address";
import { looksLikeMarkdown } from "@/lib/richtext/paste/looks-like-markdown";
import { isPicture } from "@/lib/richtext/paste/pasted";
import { readPasted } from "@/lib/richtext/paste/read-pasted";
import type { EditorSession } from "../session";
import { insertPasted, sliceOf } from "./insert-pasted";
import { offerMarkdown, pastedTextKey } from "./markdown-offer";
import { readHtml } from "./read-html";

/** ProseMirror marks what was copied in an editor: that keeps every block as it is. */
const ownMark = "data-pm-slice";

export const Paste = Extension.create<{ session: EditorSession | null }>({
  name: "cleanPaste",
  priority: 1000,
  addOptions: () => ({ session: null }),
  addProseMirrorPlugins() {
    const { session } = this.options;
    if (!session) return [];
    return [
      new Plugin({
        key: new PluginKey("cleanPaste"),
        props: {
          handlePaste: (view, event, slice) =>
            event.clipboardData ? handleTransfer(view, { data: event.clipboardData, slice, session }) : false,
          handleDrop: (view, event, slice, moved) => handleDrop(view, event, { slice, moved, session }),
        },
      }),
    ];
  },
});

type Transfer = { data: DataTransfer; slice: Slice; session: EditorSession };

/** @returns whether it is done; else the editor does what it always does */
function handleTransfer(view: EditorView, transfer: Transfer): boolean {
  const { data, session } = transfer;
  const html = data.getData("text/html");
  if (html.includes(ownMark)) return false;
  const files = imageFiles(data);
  const text = data.getData("text/plain");
  if (html.trim() !== "") return pasteHtml(view, html, files, session);
  if (files.length > 0) {
    for (const file of files) session.uploads.add(file, view.state.selection.to);
    return true;
  }
  return text !== "" && pasteText(view, text, transfer);
}

/** Files that may be pictures. Whether they are is found out by the server, from their bytes. */
function imageFiles(data: DataTransfer): File[] {
  return Array.from(data.files).filter((file) => file.type.startsWith("image/"));
}

function pasteHtml(view: EditorView, html: string, files: readonly File[], session: EditorSession): boolean {
  const { items, notices } = readPasted(readHtml(html), session.siteOrigin);
  // "Copy image" gives the file and an <img> that names its address; Word gives a drawing of the whole text as a file.
  if (files.length > 0 && !items.some((item) => !isPicture(item))) {
    for (const file of files) session.uploads.add(file, view.state.selection.to);
    return true;
  }
  const [only] = items;
  if (items.length === 1 && only?.type === "table") {
    const table = sliceOf(view.state.schema, [only], { start: false, end: false });
    // Inside a table its cells go into the cells.
    if (!handleTablePaste(view, new ClipboardEvent("paste"), table)) insertPasted(view, items, session.uploads);
  } else if (items.length > 0) insertPasted(view, items, session.uploads);
  session.notice.set(notices.length > 0 ? { text: notices.join(" ") } : null);
  return true;
}

function pasteText(view: EditorView, text: string, { slice, session }: Transfer): boolean {
  const { selection, schema } = view.state;
  const address = isWebAddress(text) ? hrefFromTyped(text, session.siteOrigin) : null;
  const embed = address === null ? null : embedFromAddress(text);
  if (embed && selection.empty && isEmptyTopParagraph(view)) {
    session.dialog.set({ kind: "embed", found: embed });
    return true;
  }
  const link = schema.marks.link;
  if (address !== null && link) {
    const mark = link.create({ href: address });
    const isText = !selection.empty && !(selection instanceof NodeSelection);
    const tr = isText
      ? view.state.tr.addMark(selection.from, selection.to, mark)
      : view.state.tr.replaceSelectionWith(schema.text(text.trim(), [mark]), false);
    view.dispatch(tr.scrollIntoView());
    return true;
  }
  if (!looksLikeMarkdown(text)) return false;
  const from = selection.from;
  const tr = view.state.tr.replaceSelection(slice).scrollIntoView();
  view.dispatch(tr.setMeta(pastedTextKey, { from, to: tr.selection.to }).setMeta("paste", true));
  offerMarkdown(view, text, session);
  return true;
}

function isEmptyTopParagraph({ state: { selection } }: EditorView): boolean {
  const { $from } = selection;
  return $from.depth === 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
}

type Drop = { slice: Slice; moved: boolean; session: EditorSession };

function handleDrop(view: EditorView, event: DragEvent, { moved, slice, session }: Drop): boolean {
  const data = event.dataTransfer;
  if (moved || !data) return false;
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const position = found?.pos ?? view.state.selection.to;
  const html = data.getData("text/html");
  if (html.includes(ownMark)) return false;
  const files = imageFiles(data);
  if (files.length === 0 && html.trim() === "") {
    if (data.files.length > 0) session.notice.set({ text: "Only pictures can be dropped into the text." });
    return data.files.length > 0;
  }
  event.preventDefault();
  if (files.length > 0) for (const file of files) session.uploads.add(file, position);
  else {
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))));
    handleTransfer(view, { data, slice, session });
  }
  view.focus();
  return true;
}
