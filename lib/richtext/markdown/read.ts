/**
 * Reads the Markdown in which the sample content is written: headings ## to ####, paragraphs, **bold**, *italic*,
 * `code`, links, lists, tables, quotes, --- and the directives of directives.ts, with reference marks `[@id]`.
 */
import type { Root } from "mdast";
import { numberReferences } from "../references";
import { firstIssue } from "../parse";
import { blockSchema, type RichTextDocument } from "../schema";
import { readBlock } from "./blocks";
import { imagesIn, type ImageDirective } from "./directives";
import { lineOf, parseMarkdown, withPlainLineEnds } from "./parse-markdown";
import type { Reading } from "./reading";

export type ReadMarkdownOptions = {
  /** The media id of a picture (see collectImages), or null when there is none, which is reported. */
  resolveImage: (image: ImageDirective) => number | null;
  /** The line of the file on which `source` begins, for the numbers in `problems`. 1 when left out. */
  firstLine?: number;
};

/**
 * @param source Markdown without front matter
 * @returns the document (headings have no ids yet, see transforms/heading-ids.ts), the ids of the works it refers to in
 *   the order of first use, and one line, "line 12: …", for everything outside the dialect. Nothing is left out of the
 *   document without a problem that says so.
 */
export function readMarkdown(
  source: string,
  { resolveImage, firstLine = 1 }: ReadMarkdownOptions,
): { doc: RichTextDocument; referenceKeys: string[]; problems: string[] } {
  const root = parseMarkdown(source);
  const problems: { line: number; message: string }[] = [];
  const reading: Reading = {
    lines: withPlainLineEnds(source).split("\n"),
    report: (node, message, linesBelow = 0) => {
      problems.push({ line: lineOf(node) + linesBelow + firstLine - 1, message });
    },
    images: imagesIn(root),
    resolveImage,
  };
  const doc: RichTextDocument = { type: "doc", content: [] };
  for (const node of root.children) {
    const block = readBlock(node, reading);
    if (!block) continue;
    const checked = blockSchema.safeParse(block);
    if (checked.success) doc.content.push(checked.data);
    else reading.report(node, `This ${block.type} can't be stored: ${firstIssue(checked.error)}`);
  }
  checkHeadingLevels(root, reading);
  const inOrder = problems.sort((a, b) => a.line - b.line);
  return {
    doc,
    referenceKeys: numberReferences(doc).order,
    problems: inOrder.map(({ line, message }) => `line ${String(line)}: ${message}`),
  };
}

/** The page's headline is the h1, so the body starts at level 2 and goes down one level at a time. */
function checkHeadingLevels(root: Root, reading: Reading): void {
  let previous = 1;
  for (const node of root.children) {
    if (node.type !== "heading") continue;
    if (node.depth > previous + 1) {
      reading.report(node, `A heading of level ${String(node.depth)} below one of level ${String(previous)}`);
    }
    previous = node.depth;
  }
}
