import { getSchema } from "@tiptap/core";
import { history, undo } from "@tiptap/pm/history";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { randomDocument } from "@/lib/richtext/testing/random-document";
import { doc, heading, paragraph, table } from "@/lib/richtext/testing/shorthand";
import { seeded } from "@/lib/richtext/testing/seeded-random";
import { changeInto } from "./document-diff";
import { editorDocument, storedDocument } from "./document-json";
import { documentExtensions } from "./schema/document-extensions";

const schema = getSchema(documentExtensions());
const stateOf = (body: RichTextDocument) =>
  EditorState.create({ doc: editorDocument(schema, body), plugins: [history()] });

function changed(state: EditorState, body: RichTextDocument): EditorState {
  const tr = state.tr.setMeta("addToHistory", false);
  changeInto(tr, editorDocument(schema, body));
  return state.apply(tr);
}

describe("changeInto", () => {
  it("makes every document of every other", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const target = editorDocument(schema, randomDocument(seed + 1000));
      const { tr } = stateOf(randomDocument(seed));
      changeInto(tr, target);
      expect(tr.doc.eq(target)).toBe(true);
      tr.doc.check();
    }
  });

  it("makes small changes small", () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seeded(seed);
      const before = randomDocument(seed);
      const content = before.content.filter(() => random.below(8) > 0);
      content.splice(random.below(content.length + 1), 0, paragraph(`New ${String(seed)}`));
      const state = stateOf(before);
      const { tr } = state;
      const target = editorDocument(schema, { type: "doc", content });
      changeInto(tr, target);
      expect(tr.doc.eq(target)).toBe(true);
      const touched = tr.mapping.maps.length;
      expect(touched).toBeLessThanOrEqual(before.content.length - content.length + 12);
    }
  });

  it("does nothing to an equal document", () => {
    const { tr } = stateOf(doc(paragraph("a")));
    changeInto(tr, editorDocument(schema, doc(paragraph("a"))));
    expect(tr.docChanged).toBe(false);
  });

  it("leaves the caret in its place when ids are given, words change before it and blocks come in", () => {
    const before = doc(heading(2, "One"), paragraph("first"), heading(2, "Two"), paragraph("the caret is here"));
    let state = stateOf(before);
    const place = state.doc.content.size - 6;
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
    const wordsBefore = state.doc.textBetween(place, state.doc.content.size);
    state = changed(
      state,
      doc(
        heading(2, "One", "one"),
        paragraph("the first"),
        paragraph("added"),
        heading(2, "Two", "two"),
        paragraph("But the caret is here"),
      ),
    );
    expect(state.doc.textBetween(state.selection.from, state.doc.content.size)).toBe(wordsBefore);
  });

  it("leaves the caret in a table whose other cell changes", () => {
    let state = stateOf(doc(table([["A"]], [["one"], ["two"]])));
    const place = state.doc.content.size - 5;
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
    const moved = changed(state, doc(table([["A"]], [["one more"], ["two"]])));
    expect(moved.selection.$from.parent.textContent).toBe("two");
    expect(moved.selection.$from.parentOffset).toBe(state.selection.$from.parentOffset);
  });

  it("lets the editor undo what was typed before", () => {
    let state = stateOf(doc(heading(2, "One"), paragraph("a")));
    state = state.apply(state.tr.insertText("typed ", 6));
    state = changed(state, doc(heading(2, "One", "one"), paragraph("typed a"), paragraph("by somebody else")));
    undo(state, (tr) => {
      state = state.apply(tr);
    });
    expect(storedDocument(state.doc)).toEqual(
      doc(heading(2, "One", "one"), paragraph("a"), paragraph("by somebody else")),
    );
  });
});
