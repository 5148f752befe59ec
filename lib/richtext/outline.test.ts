import { describe, expect, it } from "vitest";
import { outlineOf } from "./outline";
import { doc, heading, paragraph, reference, text } from "./testing/shorthand";

describe("outlineOf", () => {
  it("nests h3 in the h2 above and leaves out h4", () => {
    const body = doc(
      heading(2, "One", "one"),
      heading(3, "One a", "one-a"),
      paragraph("words"),
      heading(4, "Deep", "deep"),
      heading(3, "One b", "one-b"),
      heading(2, "Two", "two"),
    );
    expect(outlineOf(body)).toEqual([
      {
        id: "one",
        text: "One",
        children: [
          { id: "one-a", text: "One a" },
          { id: "one-b", text: "One b" },
        ],
      },
      { id: "two", text: "Two", children: [] },
    ]);
  });

  it("lets an h3 without an h2 stand by itself", () => {
    expect(outlineOf(doc(heading(3, "A", "a"), heading(2, "B", "b"))).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("does not put an h3 under an earlier section when its own can't be linked", () => {
    const body = doc(heading(2, "One", "one"), heading(2, "Without id"), heading(3, "Sub", "sub"));
    expect(outlineOf(body)).toEqual([
      { id: "one", text: "One", children: [] },
      { id: "sub", text: "Sub", children: [] },
    ]);
  });

  it("gives the words without reference marks and skips empty headings", () => {
    const marked = heading(2, "", "what");
    marked.content = [text("What "), text("helps", { type: "italic" }), reference("a-1")];
    const empty = heading(2, "", "empty");
    empty.content = [];
    expect(outlineOf(doc(marked, empty))).toEqual([{ id: "what", text: "What helps", children: [] }]);
  });
});
