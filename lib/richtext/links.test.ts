import { expect, it } from "vitest";
import { linksOf } from "./links";
import { doc, link, paragraph, table, text } from "./testing/shorthand";

it("finds links in running text, cells and lists, each once", () => {
  const cells = table([["A"]], [["b"]]);
  cells.content[0]?.content[0]?.content.push(paragraph(text("c", { type: "bold" }, link("/c"))));
  const body = doc(
    paragraph(text("a", link("/a")), text("b", link("https://b.example"))),
    { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("a", link("/a")))] }] },
    cells,
  );
  expect(linksOf(body)).toEqual(["/a", "https://b.example", "/c"]);
});
