import { getSchema } from "@tiptap/core";
import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block, RichTextDocument } from "@/lib/richtext/schema";
import { doc, image, paragraph } from "@/lib/richtext/testing/shorthand";
import { moveBlock, type Direction } from "./block-moves";
import { editorDocument, storedDocument } from "./document-json";
import { documentExtensions } from "./schema/document-extensions";

const schema = getSchema(documentExtensions());

function select(state: EditorState, words: string, until = words): EditorState {
  let from = -1;
  let to = -1;
  state.doc.descendants((node, position) => {
    if (node.isText && node.text === words) from = position;
    if (node.isText && node.text === until) to = position + node.nodeSize;
  });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

function move(state: EditorState, direction: Direction): EditorState {
  let next = state;
  moveBlock(direction)(state, (tr) => {
    next = state.apply(tr);
  });
  next.doc.check();
  return next;
}

const start = (body: RichTextDocument) => EditorState.create({ doc: editorDocument(schema, body) });
const words = (state: EditorState) => state.doc.children.map((node) => node.textContent);
const selected = ({ doc: body, selection }: EditorState) => body.textBetween(selection.from, selection.to, "|");
const list = (...items: string[]): Block => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});

describe("moveBlock", () => {
  it("moves a block and its selection, and stops at the ends", () => {
    let state = select(start(doc(paragraph("a"), paragraph("b"), paragraph("c"))), "b");
    state = move(state, "up");
    expect([words(state), selected(state)]).toEqual([["b", "a", "c"], "b"]);
    expect(move(state, "up")).toBe(state);
    state = move(move(state, "down"), "down");
    expect([words(state), selected(state)]).toEqual([["a", "c", "b"], "b"]);
  });

  it("moves several blocks together", () => {
    const state = move(select(start(doc(paragraph("a"), paragraph("b"), paragraph("c"))), "a", "b"), "down");
    expect([words(state), selected(state)]).toEqual([["c", "a", "b"], "a|b"]);
  });

  it("moves an item in its list, then the list", () => {
    let state = move(select(start(doc(paragraph("x"), list("a", "b"))), "b"), "up");
    expect(storedDocument(state.doc)).toEqual(doc(paragraph("x"), list("b", "a")));
    state = move(state, "up");
    expect(storedDocument(state.doc)).toEqual(doc(list("b", "a"), paragraph("x")));
    expect(selected(state)).toBe("b");
  });

  it("moves a picture in its gallery", () => {
    const body = doc({ type: "gallery", attrs: { caption: null }, content: [image(1), image(2)] });
    const state = start(body);
    const moved = move(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 1))), "down");
    expect(moved.doc.firstChild?.children.map(({ attrs }) => attrs.mediaId as number)).toEqual([2, 1]);
    expect(moved.doc.nodeAt(moved.selection.from)?.attrs.mediaId).toBe(1);
  });
});
