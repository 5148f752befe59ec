import { describe, expect, it } from "vitest";
import type { Block } from "../schema";
import { doc, heading, link, paragraph, reference, table, text } from "../testing/shorthand";
import { collectImages } from "./directives";
import { readMarkdown } from "./read";

function read(source: string): ReturnType<typeof readMarkdown> {
  return readMarkdown(source, { resolveImage: (image) => image.index + 100 });
}

/** The blocks of a source without problems. */
function blocksOf(source: string): Block[] {
  const { doc: body, problems } = read(source);
  expect(problems).toEqual([]);
  return body.content;
}

const bold = { type: "bold" } as const;
const italic = { type: "italic" } as const;

describe("inline content", () => {
  it.each<[string, string, ReturnType<typeof paragraph>]>([
    [
      "marks",
      "a **b** *c* `d`",
      paragraph("a ", text("b", bold), " ", text("c", italic), " ", text("d", { type: "code" })),
    ],
    ["nested marks in one order", "*a **b***", paragraph(text("a ", italic), text("b", bold, italic))],
    ["a marked link", "**[a](/b)**", paragraph(text("a", link("/b"), bold))],
    [
      "a bare address",
      "see https://a.example.",
      paragraph("see ", text("https://a.example", link("https://a.example")), "."),
    ],
    ["a line break in the source", "one\ntwo", paragraph("one two")],
    ["Windows line ends", "one\r\ntwo", paragraph("one two")],
    ["a hard break", "one\\\ntwo", paragraph("one", { type: "hardBreak" }, "two")],
    ["entities and escapes", "a &amp; b \\*c\\*", paragraph("a & b *c*")],
  ])("reads %s", (_name, source, expected) => {
    expect(blocksOf(source)).toEqual([expected]);
  });

  it.each([
    "At 10:30 and note:foo, see :smile: or a::b.",
    "Ratio 3:1, C:drive, time:10 and :this",
    "about ~5~ minutes, 2 * 3 * 4, snake_case_word, a [bracket] and an @sign",
    "I <3 you, a < b > c",
  ])("keeps %j as it is", (source) => {
    expect(blocksOf(source)).toEqual([paragraph(source)]);
  });

  it("reads what follows a colon as usual", () => {
    expect(blocksOf("note:foo[text](/url) and x:y{z}")).toEqual([
      paragraph("note:foo", text("text", link("/url")), " and x:y{z}"),
    ]);
  });
});

describe("reference marks", () => {
  it.each<[string, ReturnType<typeof paragraph>]>([
    ["known [@a-1].", paragraph("known", reference("a-1"), ".")],
    ["known.[@a-1]", paragraph("known.", reference("a-1"))],
    ["known [@a-1][@b-2] and", paragraph("known", reference("a-1"), reference("b-2"), " and")],
    ["known [@a-1] [@b-2].", paragraph("known", reference("a-1"), reference("b-2"), ".")],
    ["known\n[@a-1].", paragraph("known", reference("a-1"), ".")],
    ["**known** [@a-1].", paragraph(text("known", bold), reference("a-1"), ".")],
    ["**known [@a-1].**", paragraph(text("known", bold), reference("a-1"), text(".", bold))],
    ["`[@a-1]`", paragraph(text("[@a-1]", { type: "code" }))],
  ])("%j", (source, expected) => {
    expect(blocksOf(source)).toEqual([expected]);
  });

  it("lists the keys in order of first use", () => {
    expect(read("a [@b-2]\n\n- c [@a-1]\n\n> d [@b-2][@c-3]").referenceKeys).toEqual(["b-2", "a-1", "c-3"]);
  });
});

describe("blocks", () => {
  it("reads headings without ids", () => {
    expect(blocksOf("## Two\n\n### Three\n\n#### Four")).toEqual([
      heading(2, "Two"),
      heading(3, "Three"),
      heading(4, "Four"),
    ]);
  });

  it("reads nested lists and the first number", () => {
    const inner: Block = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("b")] }] };
    expect(blocksOf("3. a\n   - b\n4. c\n\n   d")).toEqual([
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          { type: "listItem", content: [paragraph("a"), inner] },
          { type: "listItem", content: [paragraph("c"), paragraph("d")] },
        ],
      },
    ]);
  });

  it("reads a table and fills short rows", () => {
    const expected = table([["A", "B"]], [["1", ""]]);
    expected.content[1]?.content.splice(1, 1, {
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: "paragraph", content: [] }],
    });
    expect(blocksOf("| A | B |\n|---|---|\n| 1 |")).toEqual([expected]);
  });

  it.each<[string, string | null, ReturnType<typeof paragraph>[]]>([
    ["> a\n> -- Who, *not* marked", null, []],
    ["> a\n> -- Who", "Who", [paragraph("a")]],
    ["> a\n>\n> -- Who", "Who", [paragraph("a")]],
    ["> a **b**\n> -- Who", "Who", [paragraph("a ", text("b", bold))]],
    ["> a\n>\n> b\\\n> -- Who", "Who", [paragraph("a"), paragraph("b")]],
    ["> a -- b", null, [paragraph("a -- b")]],
    ["> **a**-- b", null, [paragraph(text("a", bold), "-- b")]],
  ])("reads the quote %j", (source, who, content) => {
    const { doc: body, problems } = read(source);
    if (content.length === 0) expect(problems).toEqual([expect.stringContaining("line 1: ")]);
    else
      expect({ body, problems }).toEqual({
        body: doc({ type: "blockquote", attrs: { source: who }, content }),
        problems: [],
      });
  });

  it("reads the directives", () => {
    const source = [
      ':::callout{tone="tip" title="A \'short\' title & more"}',
      "Words",
      "",
      "- item",
      ":::",
      "::crisis-help",
      "",
      "---",
      "",
      "::contact-address",
    ].join("\n");
    const list: Block = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("item")] }] };
    expect(blocksOf(source)).toEqual([
      { type: "callout", attrs: { tone: "tip", title: "A 'short' title & more" }, content: [paragraph("Words"), list] },
      { type: "crisisHelp" },
      { type: "horizontalRule" },
      { type: "contactAddress" },
    ]);
  });
});

describe("pictures", () => {
  const source = [
    '::image{motif="path" alt="A path" caption="A caption." credit="Illustration: us"}',
    "",
    ':::gallery{caption="All"}',
    '::image{motif="doors" alt="Doors"}',
    '::image{motif="lamp" alt=""}',
    ":::",
  ].join("\n");

  it("asks for each one and keeps its words", () => {
    const doors = { mediaId: 101, alt: "Doors", decorative: false, caption: null, credit: null };
    const lamp = { mediaId: 102, alt: "", decorative: true, caption: null, credit: null };
    expect(blocksOf(source)).toEqual([
      {
        type: "image",
        attrs: { mediaId: 100, alt: "A path", decorative: false, caption: "A caption.", credit: "Illustration: us" },
      },
      {
        type: "gallery",
        attrs: { caption: "All" },
        content: [
          { type: "image", attrs: doors },
          { type: "image", attrs: lamp },
        ],
      },
    ]);
  });

  it("collects them in the order in which the reader asks, wherever they stand", () => {
    const misplaced = `- item\n\n  ::image{motif="moon" alt="Moon"}\n\n::image{alt="no motif"}\n\n${source}`;
    const asked: number[] = [];
    readMarkdown(misplaced, {
      resolveImage: (image) => {
        asked.push(image.index);
        return 1;
      },
    });
    const collected = collectImages(misplaced);
    expect(collected.map(({ motif, index, line }) => [motif, index, line])).toEqual([
      ["moon", 0, 3],
      ["path", 1, 7],
      ["doors", 2, 10],
      ["lamp", 3, 11],
    ]);
    expect(asked).toEqual([1, 2, 3]);
  });

  it("reports one that can't be made", () => {
    const { doc: body, problems } = readMarkdown('::image{motif="x" alt="y"}', { resolveImage: () => null });
    expect(body.content).toEqual([]);
    expect(problems).toEqual(['line 1: There is no picture for motif "x"']);
  });
});
