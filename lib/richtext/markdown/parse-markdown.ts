import type { Nodes, Root, RootContent } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";

export type LeafDirective = Extract<RootContent, { type: "leafDirective" }>;
export type ContainerDirective = Extract<RootContent, { type: "containerDirective" }>;

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(withoutTextDirectives)
  .freeze();

/** Markdown with GFM tables and block directives, as a syntax tree. Every node has its position, its line ends are \n. */
export function parseMarkdown(source: string): Root {
  return processor.parse(withPlainLineEnds(source));
}

export function withPlainLineEnds(source: string): string {
  return source.replace(/\r\n?/g, "\n");
}

/** The line on which a node begins, counted from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/**
 * Takes ":name" inside a line away from remark-directive, which would read "note:this" in ordinary prose as a directive
 * and lose it. The extension with the block directives is the one that reacts to ":" at the beginning of a line.
 */
function withoutTextDirectives(this: Processor): void {
  const colon = ":".charCodeAt(0);
  for (const extension of this.data().micromarkExtensions ?? []) {
    if (extension.flow && colon in extension.flow) delete extension.text;
  }
}
