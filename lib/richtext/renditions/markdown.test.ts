import { toString as wordsIn } from "mdast-util-to-string";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { plainText } from "../plain-text";
import type { Block, RichTextDocument } from "../schema";
import { randomDocument } from "../testing/random-document";
import { renditionContext as context } from "../testing/rendition-context";
import { doc, heading, image, link, paragraph, reference, table, text } from "../testing/shorthand";
import { richTextNodes, writeMarkdown } from "./markdown";

const bold = { type: "bold" } as const;
const italic = { type: "italic" } as const;
const code = { type: "code" } as const;

const markdown = (...blocks: Block[]): string => writeMarkdown(richTextNodes(doc(...blocks), context));

describe("blocks as Markdown", () => {
  it.each<[string, Block, string]>([
    [
      "a paragraph",
      paragraph("a ", text("b", bold), " ", text("c", italic), " ", text("d", code)),
      "a **b** *c* `d`\n",
    ],
    ["marks without the spaces at their ends", paragraph("a", text(" b ", bold), "c"), "a **b** c\n"],
    ["a link", paragraph(text("b", link("/news/b"))), "[b](https://magazine.example/news/b)\n"],
    ["a break", paragraph("a", { type: "hardBreak" }, "b"), "a\\\nb\n"],
    [
      "what could be markup",
      paragraph("# 1. *a* <b> [c] `d` | _e_ &amp;"),
      "\\# 1. \\*a\\* \\<b> \\[c] \\`d\\` | \\_e\\_ \\&amp;\n",
    ],
    ["a heading", heading(3, "Why", "why"), "### Why\n"],
    ["an empty paragraph", { type: "paragraph" }, ""],
    ["a rule", { type: "horizontalRule" }, "---\n"],
    [
      "a quote with its source",
      { type: "blockquote", attrs: { source: "W. James" }, content: [paragraph("a")] },
      "> a\n>\n> — W. James\n",
    ],
    [
      "a picture",
      image(1, "What it shows"),
      "![alt 1](https://magazine.example/media/1.jpg)\n\n*What it shows A library*\n",
    ],
    [
      "a table",
      table([["", "One"]], [["a", "1 | 2"]], "Of things"),
      "*Of things*\n\n| | One |\n| - | - |\n| a | 1 \\| 2 |\n",
    ],
    ["a table without a header", table([], [["a", "b"]]), "| | |\n| - | - |\n| a | b |\n"],
    [
      "a callout",
      { type: "callout", attrs: { tone: "caution", title: null }, content: [paragraph("a")] },
      "> **Caution**\n>\n> a\n",
    ],
    [
      "an embed",
      { type: "embed", attrs: { provider: "spotify", externalId: "episode/1", title: "A talk" } },
      "[A talk](https://open.spotify.com/episode/1) (audio on Spotify)\n",
    ],
  ])("writes %s", (_name, block, expected) => {
    expect(markdown(block)).toBe(expected);
  });

  it("puts cells over several places into the first of them", () => {
    const cell = (words: string, colspan: number, rowspan: number) => ({
      type: "tableCell" as const,
      attrs: { colspan, rowspan },
      content: [paragraph(words)],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: "tableRow" as const, content });
    const spans = [row(cell("a", 2, 2), cell("b", 1, 1)), row(cell("c", 1, 1)), row(cell("d", 1, 1), cell("e", 2, 1))];
    expect(markdown({ type: "table", attrs: { caption: null }, content: spans })).toBe(
      "| | | |\n| - | - | - |\n| a | | b |\n| | | c |\n| d | e | |\n",
    );
  });

  it("gives each work a footnote, in the order of use", () => {
    expect(markdown(paragraph("a", reference("b-2002"), reference("lost")), paragraph("b", reference("b-2002")))).toBe(
      "a[^1][^2]\n\nb[^1]\n\n[^1]: Berg, B. (2002). *A book.* Routledge.\n\n" +
        "[^2]: The details of this reference are missing.\n",
    );
  });

  it("spells the help lines out", () => {
    const result = markdown({ type: "crisisHelp" });
    expect(result).toContain("**If you need help now**\n\nIf you might act on");
    expect(result).toContain("Country IE\n\n- **Line ie**: [Call 116 123](tel:116123)\n");
    expect(result).toContain("you can find a line at [findahelpline.com](https://findahelpline.com).");
  });
});

describe("any document", () => {
  it("gives the same words when it is read back", { timeout: 60_000 }, () => {
    const reader = unified().use(remarkParse).use(remarkGfm).freeze();
    for (let seed = 0; seed < 60; seed += 1) {
      const document = withoutAddedWords(randomDocument(seed));
      const source = writeMarkdown(richTextNodes(document, context));
      expect(wordsOf(linesOf(reader.parse(source))), `seed ${String(seed)}`).toEqual(wordsOf(plainText(document)));
    }
  });
});

/** Blocks that print more than the document holds are left to the examples above. */
function withoutAddedWords({ content }: RichTextDocument): RichTextDocument {
  return {
    type: "doc",
    content: content.filter(
      ({ type }) => !/^(crisisHelp|contactAddress|callout|embed|image|gallery|blockquote)$/.test(type),
    ),
  };
}

function linesOf(node: Nodes): string {
  if (node.type === "footnoteDefinition") return "";
  if (node.type === "break") return "\n";
  const words = "children" in node ? node.children.map(linesOf).join("") : wordsIn(node);
  return /^(paragraph|heading|tableCell|listItem)$/.test(node.type) ? `${words}\n` : words;
}

function wordsOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}
