/**
 * The body as Markdown for programs that read text: CommonMark with GFM's tables and footnotes, absolute addresses. It is
 * not the dialect of markdown/read.ts, whose directives nobody else knows.
 */
import type { FootnoteDefinition, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { blockNodes } from "./markdown-blocks";
import { citationNodes, type MarkdownContext } from "./markdown-phrasing";
import { numberReferences } from "../references";
import { referenceParts, type RenditionContext } from "./context";
import type { RichTextDocument } from "../schema";

const writer = unified()
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", listItemIndent: "one" })
  .use(remarkGfm, { tablePipeAlign: false })
  .freeze();

/** @returns the body as a syntax tree; the works it refers to stand as footnotes at its end */
export function richTextNodes(doc: RichTextDocument, given: RenditionContext): RootContent[] {
  const references = numberReferences(doc);
  const context: MarkdownContext = { ...given, references };
  let crisisBoxes = 0;
  const blocks = doc.content.flatMap((block) => {
    if (block.type === "crisisHelp") crisisBoxes += 1;
    return blockNodes(block, context, crisisBoxes);
  });
  const footnotes = references.list.map(({ key, number }): FootnoteDefinition => {
    const words = citationNodes(referenceParts(key, given.citations));
    return {
      type: "footnoteDefinition",
      identifier: String(number),
      children: [{ type: "paragraph", children: words }],
    };
  });
  return [...blocks, ...footnotes];
}

/** Markdown of a syntax tree. Ends with a line end. */
export function writeMarkdown(children: RootContent[]): string {
  const root: Root = { type: "root", children };
  return writer.stringify(root);
}
