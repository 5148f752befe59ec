/** The rules one by one. Whole clipboards of real programs: tests/e2e/editor-paste.spec.ts. */
import { describe, expect, it } from "vitest";
import { seeded, times, type Random } from "../testing/seeded-random";
import { heading, link, paragraph, table, text } from "../testing/shorthand";
import { blockSchema, type Mark } from "../schema";
import type { PasteElement, PasteNode } from "./paste-tree";
import { isPicture } from "./pasted";
import { readPasted } from "./read-pasted";

type Attributes = Record<string, string>;
function e(tag: string, ...rest: (PasteNode | Attributes)[]): PasteElement {
  const isNode = (part: PasteNode | Attributes): part is PasteNode => typeof part === "string" || "tag" in part;
  const attributes = Object.assign({}, ...rest.filter((part) => !isNode(part))) as Attributes;
  return { tag, attributes, children: rest.filter(isNode) };
}

const bold: Mark = { type: "bold" };
const italic: Mark = { type: "italic" };
const itemsOf = (...nodes: PasteNode[]) => readPasted(nodes, "https://site.example").items;

describe("words", () => {
  it("keeps the words of unknown elements and drops those of scripts and hidden parts", () => {
    const nodes = [
      e("st1:place", e("blink", "kept")),
      e("script", "gone"),
      e("style", "gone"),
      e("span", { style: "display:none" }, "gone"),
      e("p", e("nav", "menu")),
    ];
    expect(itemsOf(...nodes)).toEqual([paragraph("kept"), paragraph("menu")]);
  });

  it("shows white space as a browser does", () => {
    const nodes = e("p", "  one \n two\u00a0", e("b", "\u00a0three "), " four\u00a0 ", "10\u00a0mg\u00ad\u200b ");
    expect(itemsOf(nodes)).toEqual([paragraph("one two ", text("three ", bold), "four 10\u00a0mg")]);
  });

  it("reads marks from tags and styles, the style first", () => {
    const nodes = e(
      "b",
      { style: "font-weight:normal" },
      e("span", { style: "font-weight:700" }, "bold"),
      e("em", e("strong", " both")),
      e("i", { style: "font-style: normal" }, " plain"),
      e("kbd", " key"),
    );
    expect(itemsOf(nodes)).toEqual([
      paragraph(text("bold", bold), text(" both", bold, italic), " plain", text(" key", { type: "code" })),
    ]);
  });

  it("breaks lines once and paragraphs twice", () => {
    expect(itemsOf("a", e("br"), "b", e("br"), e("br"), "c", e("br"))).toEqual([
      paragraph("a", { type: "hardBreak" }, "b"),
      paragraph("c"),
    ]);
  });

  it.each<[string, string | null]>([
    ["https://example.org/a", "https://example.org/a"],
    ["https://site.example/news/a", "/news/a"],
    ["https://www.google.com/url?q=https://example.org/x&sa=D", "https://example.org/x"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fy&data=1",
      "https://example.org/y",
    ],
    ["https://www.google.com/url?q=javascript:alert(1)", null],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["vbscript:x", null],
    ["file:///c:/x", null],
    ["#_ftn1", null],
    ["/elsewhere", null],
  ])("links to %s as %s", (given, expected) => {
    const words = expected === null ? text("words") : text("words", link(expected));
    expect(itemsOf(e("a", { href: given }, "words"))).toEqual([paragraph(words)]);
  });
});

describe("blocks", () => {
  it("makes two levels of headings from the page's headline and sections, without their bold", () => {
    expect(itemsOf(e("h1", "One"), e("h2", e("b", "Two")), e("h3", "Three"), e("h6", "Six"), e("h2", " "))).toEqual([
      heading(2, "One"),
      heading(2, "Two"),
      heading(3, "Three"),
      heading(4, "Six"),
    ]);
  });

  it("puts a list that stands between items into the item before", () => {
    const inner = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("b")] }] };
    expect(itemsOf(e("ol", { start: "3" }, e("li", "a"), " ", e("ul", e("li", "b")), e("li", "c")))).toEqual([
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          { type: "listItem", content: [paragraph("a"), inner] },
          { type: "listItem", content: [paragraph("c")] },
        ],
      },
    ]);
  });

  it("reads a quote and its source", () => {
    expect(itemsOf(e("blockquote", e("h2", "a"), e("ul", e("li", "b")), e("footer", "— Who")))).toEqual([
      { type: "blockquote", attrs: { source: "Who" }, content: [paragraph("a"), paragraph("b")] },
    ]);
  });

  it("fills short rows of a table and cuts spans", () => {
    const rows = [
      e("tr", e("th", "A"), e("th", "B")),
      e("tr", e("td", { rowspan: "9", colspan: "x" }, e("ul", e("li", "1")))),
    ];
    const expected = table([["A", "B"]], [["1", ""]], "All");
    expect(itemsOf(e("table", e("caption", " All "), e("tbody", ...rows)))).toEqual([expected]);
  });

  it("unfolds tables that only lay out a page", () => {
    const inner = e("table", e("tr", e("td", "a"), e("td", "b")));
    expect(itemsOf(e("table", e("tr", e("td", e("p", "x"), inner))))).toEqual([
      paragraph("x"),
      table([], [["a", "b"]]),
    ]);
  });

  it("keeps the lines of preformatted text", () => {
    expect(itemsOf(e("pre", "a  b\nc"))).toEqual([
      paragraph(text("a  b", { type: "code" }), { type: "hardBreak" }, text("c", { type: "code" })),
    ]);
  });

  it("makes embeds of known players and tells of other frames", () => {
    const { items, notices } = readPasted([
      e("iframe", { src: "//www.youtube.com/embed/dQw4w9WgXcQ", title: "A talk" }),
      e("iframe", { src: "https://ads.example/x" }),
    ]);
    expect(items).toEqual([
      { type: "embed", attrs: { provider: "youtube", externalId: "dQw4w9WgXcQ", title: "A talk" } },
    ]);
    expect(notices).toEqual(["An embedded page was left out (ads.example)."]);
  });
});

describe("pictures", () => {
  const dataUri = "data:image/png;base64,AAAA";

  it("uploads what is there, tells of the rest, keeps emoji and drops counting pixels", () => {
    const { items, notices } = readPasted([
      e(
        "p",
        "before",
        e("img", { src: dataUri, alt: " A  path " }),
        "after ",
        e("img", { src: "https://s/e.png", alt: "🙂" }),
      ),
      e("img", { src: "https://other.example/a.jpg" }),
      e("img", { src: "https://count.example/p.gif", width: "1", height: "1" }),
      e("img", { src: "file:///C:/Temp/image001.png" }),
      e("img", { src: "data:image/svg+xml;base64,AAAA" }),
    ]);
    expect(items).toEqual([
      paragraph("before"),
      { type: "pictureToUpload", dataUri, alt: "A path" },
      paragraph("after 🙂"),
    ]);
    expect(notices).toEqual([
      expect.stringContaining("https://other.example/a.jpg"),
      expect.stringMatching(/^2 pictures in the text were left out/),
    ]);
  });

  it("stands beside what can't hold it", () => {
    const picture = e("img", { src: dataUri });
    const kinds = itemsOf(
      e("ul", e("li", "a", picture)),
      e("h2", picture),
      e("table", e("tr", e("td", picture), e("td", "b"))),
    );
    expect(kinds.map(({ type }) => type)).toEqual([
      "bulletList",
      "pictureToUpload",
      "pictureToUpload",
      "table",
      "pictureToUpload",
    ]);
  });
});

describe("anything at all", () => {
  const tags =
    "p div span b i a h1 h3 ul ol li table tr td th caption blockquote pre code br hr img dl dt dd figure iframe o:p".split(
      " ",
    );
  const styles = [
    "",
    "mso-list:l0 level2 lfo1",
    "mso-list:Ignore",
    "font-weight:700",
    "display:none",
    "white-space:pre",
  ];
  const words = ["words ", " ", "\u00a0", "\n", "\0\ud800x", "•", "1.\u00a0", "<b>"];
  function tree(random: Random, depth: number): PasteNode {
    if (depth === 0 || random.below(4) === 0) return words[random.below(words.length)] ?? "";
    const attributes = {
      style: styles[random.below(styles.length)] ?? "",
      href: ["javascript:x", "https://a.example"][random.below(2)] ?? "",
      rowspan: String(random.below(5)),
      colspan: String(random.below(90)),
      src: ["data:image/png;base64,AA", "https://youtu.be/dQw4w9WgXcQ", "x"][random.below(3)] ?? "",
    };
    return {
      tag: tags[random.below(tags.length)] ?? "p",
      attributes,
      children: times(random.below(5), () => tree(random, depth - 1)),
    };
  }

  it("gives blocks that can be stored", () => {
    let blocks = 0;
    for (let seed = 1; seed <= 1500; seed += 1) {
      const random = seeded(seed);
      for (const item of itemsOf(...times(4, () => tree(random, 6)))) {
        if (isPicture(item)) continue;
        blocks += 1;
        expect(blockSchema.parse(item)).toEqual(item);
      }
    }
    expect(blocks).toBeGreaterThan(1500);
  });
});
