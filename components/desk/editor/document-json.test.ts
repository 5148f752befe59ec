import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema, markOrder } from "@/lib/richtext/schema";
import { randomDocument } from "@/lib/richtext/testing/random-document";
import { doc, link, paragraph, text } from "@/lib/richtext/testing/shorthand";
import { canonicalDocument } from "@/lib/richtext/transforms/canonical";
import { editorDocument, storedDocument } from "./document-json";
import { documentExtensions } from "./schema/document-extensions";

const schema = getSchema(documentExtensions());

describe("the editor's schema", () => {
  it("has the node and mark types of the stored body and no other", () => {
    const inside = ["doc", "text", "hardBreak", "reference", "listItem", "tableRow", "tableCell", "tableHeader"];
    const blocks = documentSchema.shape.content.element.options.map((option) => option.shape.type.value);
    expect(Object.keys(schema.nodes).sort()).toEqual([...inside, ...blocks].sort());
    expect(Object.keys(schema.marks)).toEqual([...markOrder]);
  });

  it("gives back every body that it is given", () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const given = canonicalDocument(randomDocument(seed));
      const expected = given.content.length > 0 ? given : doc({ type: "paragraph" });
      expect(storedDocument(editorDocument(schema, given))).toEqual(expected);
    }
  });

  it("reads marks in any order", () => {
    const given = doc(paragraph(text("a", { type: "code" }, { type: "bold" }, link("/b"), { type: "bold" })));
    expect(storedDocument(editorDocument(schema, given))).toEqual(
      doc(paragraph(text("a", link("/b"), { type: "bold" }, { type: "code" }))),
    );
  });

  it("stores no marks on a line break", () => {
    const broken = schema.nodes.hardBreak!.create(null, null, [schema.mark("bold")]);
    const made = schema.node("doc", null, [schema.node("paragraph", null, [schema.text("a"), broken])]);
    expect(storedDocument(made)).toEqual(doc(paragraph("a", { type: "hardBreak" })));
  });

  it("gives the same object until something changes, and then only new blocks", () => {
    const state = EditorState.create({ doc: editorDocument(schema, doc(paragraph("one"), paragraph("two"))) });
    const before = storedDocument(state.doc);
    expect(storedDocument(state.doc)).toBe(before);
    const after = storedDocument(state.apply(state.tr.insertText("!", 2)).doc);
    expect(after).toEqual(doc(paragraph("o!ne"), paragraph("two")));
    expect(after.content[1]).toBe(before.content[1]);
  });
});
