import { describe, expect, it } from "vitest";
import { numberReferences } from "./references";
import { randomDocument } from "./testing/random-document";
import { doc, paragraph, reference, table } from "./testing/shorthand";
import { descendants } from "./walk";

describe("numberReferences", () => {
  it("numbers by first use and names every place", () => {
    const marks = [reference("b"), reference("a"), reference("b")] as const;
    const { order, list, markOf } = numberReferences(doc(paragraph("x", marks[0], marks[1]), paragraph("y", marks[2])));
    expect(order).toEqual(["b", "a"]);
    expect(list).toEqual([
      {
        key: "b",
        number: 1,
        id: "reference-1",
        marks: [
          { id: "ref-mark-1-1", number: 1, letter: "a" },
          { id: "ref-mark-1-2", number: 1, letter: "b" },
        ],
      },
      { key: "a", number: 2, id: "reference-2", marks: [{ id: "ref-mark-2-1", number: 2, letter: "a" }] },
    ]);
    expect(marks.map((mark) => markOf.get(mark)?.id)).toEqual(["ref-mark-1-1", "ref-mark-2-1", "ref-mark-1-2"]);
  });

  it("finds marks in lists, quotes, cells and callouts", () => {
    const cells = table([["A"]], [["b"]]);
    cells.content[1]?.content[0]?.content.push(paragraph("c", reference("in-cell")));
    const body = doc(
      { type: "bulletList", content: [{ type: "listItem", content: [paragraph("x", reference("in-item"))] }] },
      { type: "blockquote", attrs: { source: null }, content: [paragraph("x", reference("in-quote"))] },
      cells,
      { type: "callout", attrs: { tone: "tip", title: null }, content: [paragraph("x", reference("in-callout"))] },
    );
    expect(numberReferences(body).order).toEqual(["in-item", "in-quote", "in-cell", "in-callout"]);
  });

  it("goes on after z", () => {
    const body = doc(paragraph(...Array.from({ length: 53 }, () => reference("a"))));
    const letters = numberReferences(body).list[0]?.marks.map(({ letter }) => letter);
    expect([letters?.[25], letters?.[26], letters?.[51], letters?.[52]]).toEqual(["z", "aa", "az", "ba"]);
  });

  it("gives every mark of any document an id of its own and a consecutive number", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const body = randomDocument(seed);
      const marks = [...descendants(body)].filter((node) => node.type === "reference");
      const { list, markOf } = numberReferences(body);
      expect(list.map(({ number }) => number)).toEqual(list.map((_, index) => index + 1));
      expect(new Set(marks.map((mark) => markOf.get(mark)?.id)).size).toBe(marks.length);
      expect(list.flatMap((reference) => reference.marks)).toHaveLength(marks.length);
    }
  });
});
