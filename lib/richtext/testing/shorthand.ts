/** Short ways to write nodes in tests. */
import type { Block, HeadingNode, Inline, Mark, ParagraphNode, RichTextDocument } from "../schema";

export function doc(...content: Block[]): RichTextDocument {
  return { type: "doc", content };
}

export function text(words: string, ...marks: Mark[]): Inline {
  return marks.length > 0 ? { type: "text", text: words, marks } : { type: "text", text: words };
}

export function reference(key: string): Extract<Inline, { type: "reference" }> {
  return { type: "reference", attrs: { key } };
}

export function link(href: string): Mark {
  return { type: "link", attrs: { href } };
}

/** Strings stand for plain text. */
export function paragraph(...content: (Inline | string)[]): ParagraphNode {
  return { type: "paragraph", content: content.map((node) => (typeof node === "string" ? text(node) : node)) };
}

export function heading(level: 2 | 3 | 4, words: string, id: string | null = null): HeadingNode {
  return { type: "heading", attrs: { level, id }, content: [text(words)] };
}

export function image(mediaId: number, caption: string | null = null, credit: string | null = null) {
  return {
    type: "image" as const,
    attrs: { mediaId, alt: `alt ${String(mediaId)}`, decorative: false, caption, credit },
  };
}

/** `count` words in one paragraph. */
export function wordsOf(count: number): ParagraphNode {
  return paragraph(Array.from({ length: count }, () => "word").join(" "));
}

/** A table of plain cells; the rows of `head` are headers. */
export function table(
  head: string[][],
  body: string[][],
  caption: string | null = null,
): Extract<Block, { type: "table" }> {
  const row = (type: "tableHeader" | "tableCell") => (cells: string[]) => ({
    type: "tableRow" as const,
    content: cells.map((words) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: [words === "" ? { type: "paragraph" as const } : paragraph(words)],
    })),
  });
  return {
    type: "table",
    attrs: { caption },
    content: [...head.map(row("tableHeader")), ...body.map(row("tableCell"))],
  };
}
