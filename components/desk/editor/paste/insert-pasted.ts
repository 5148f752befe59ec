/** Puts cleaned blocks and pictures into the text. */
import { Fragment, Slice, type Schema } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { flattenToParagraphs } from "@/lib/richtext/paste/flatten";
import { isPicture, type PastedItem, type PictureToUpload } from "@/lib/richtext/paste/pasted";
import type { Block } from "@/lib/richtext/schema";
import { canonicalDocument } from "@/lib/richtext/transforms/canonical";
import type { Uploads } from "../plugins/uploads";
import { fileFromDataUri } from "./read-html";

/** Replaces the selection by the items, in one undo step, and starts the uploads of the pictures among them. */
export function insertPasted(view: EditorView, items: readonly PastedItem[], uploads: Uploads): void {
  const { tr } = view.state;
  const inCell = isInCell(tr);
  const places: { picture: PictureToUpload; position: number; since: number }[] = [];
  for (const [index, run] of runsOf(items).entries()) {
    if (!Array.isArray(run)) {
      places.push({ picture: run, position: tr.selection.to, since: tr.mapping.maps.length });
      continue;
    }
    const blocks = inCell ? flattenToParagraphs(run) : run;
    const open = { start: index === 0, end: run.at(-1) === items.at(-1) };
    tr.replaceSelection(sliceOf(view.state.schema, blocks, open));
  }
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  for (const [index, { picture, position, since }] of places.entries()) {
    const file = fileFromDataUri(picture.dataUri, `pasted-${String(index + 1)}`);
    if (file) uploads.add(file, tr.mapping.slice(since).map(position, -1), picture.alt);
  }
}

/** Blocks that follow each other, and the pictures between them. */
function runsOf(items: readonly PastedItem[]): (Block[] | PictureToUpload)[] {
  const runs: (Block[] | PictureToUpload)[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (isPicture(item)) runs.push(item);
    else if (Array.isArray(last)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The first and the last paragraph join the words around the caret; other blocks stay whole. */
export function sliceOf(schema: Schema, blocks: readonly Block[], open: { start: boolean; end: boolean }): Slice {
  const { content } = canonicalDocument({ type: "doc", content: [...blocks] });
  const isWords = (block: Block | undefined): boolean => block?.type === "paragraph";
  const nodes = Fragment.fromArray(content.map((block) => schema.nodeFromJSON(block)));
  return new Slice(nodes, open.start && isWords(content[0]) ? 1 : 0, open.end && isWords(content.at(-1)) ? 1 : 0);
}

function isInCell({ selection: { $from } }: Transaction): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.spec.tableRole) return true;
  }
  return false;
}
