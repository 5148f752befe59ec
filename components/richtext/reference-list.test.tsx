import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { citationsSchema } from "@/lib/richtext/citation";
import { numberReferences } from "@/lib/richtext/references";
import { doc, paragraph, reference } from "@/lib/richtext/testing/shorthand";
import { ReferenceList } from "./reference-list";

const citations = citationsSchema.parse([
  { id: "unused", type: "book", title: "Never named", authors: [], year: 1999 },
  { id: "b-2002", type: "book", title: "On <things>", authors: ["Berg, Bo"], year: 2002, container: "Routledge" },
  {
    id: "a-2001",
    type: "article",
    title: "A study",
    authors: ["Ames, Ann"],
    year: 2001,
    container: "Journal",
    volume: "5",
    issue: "4",
    pages: "1-9",
    doi: "10.1037/pst0000172",
  },
]);

function html(...keys: string[]): string {
  const references = numberReferences(doc(paragraph(...keys.map(reference))));
  return renderToStaticMarkup(<ReferenceList references={references} citations={citations} />);
}

describe("ReferenceList", () => {
  it("lists the works in the order of use, with links back", () => {
    expect(html("a-2001", "b-2002", "a-2001")).toBe(
      '<section class="rt-references" role="doc-endnotes" aria-labelledby="references"><h2 id="references">References</h2><ol>' +
        '<li id="reference-1">Ames, A. (2001). A study. <i>Journal</i>, <i>5</i>(4), 1–9. ' +
        '<a href="https://doi.org/10.1037/pst0000172" rel="noopener">https://doi.org/10.1037/pst0000172</a> ' +
        '<span class="rt-references__back"><span aria-hidden="true">↩\uFE0E</span> ' +
        '<a href="#ref-mark-1-1" role="doc-backlink" aria-label="Back to reference 1 in the text, place a">a</a> ' +
        '<a href="#ref-mark-1-2" role="doc-backlink" aria-label="Back to reference 1 in the text, place b">b</a></span></li>' +
        '<li id="reference-2">Berg, B. (2002). <i>On &lt;things&gt;.</i> Routledge. ' +
        '<span class="rt-references__back">' +
        '<a href="#ref-mark-2-1" role="doc-backlink" aria-label="Back to reference 2 in the text">↩\uFE0E</a></span></li></ol></section>',
    );
  });

  it("keeps the number of a work that is missing", () => {
    const result = html("lost-1", "b-2002");
    expect(result).toContain('<li id="reference-1">The details of this reference are missing. <span');
    expect(result).toContain('<li id="reference-2">Berg');
  });

  it("is nothing without marks", () => {
    expect(html()).toBe("");
  });
});
