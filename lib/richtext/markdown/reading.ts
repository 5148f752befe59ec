/** What the steps of the reader share. */
import type { Nodes } from "mdast";
import type { ImageDirective } from "./directives";
import type { LeafDirective } from "./parse-markdown";

export type Reading = {
  /** The Markdown, in lines. */
  lines: readonly string[];
  /** Notes something outside the dialect at the node's first line, or `linesBelow` it. */
  report: (node: Nodes, message: string, linesBelow?: number) => void;
  /** The well-formed pictures of the source, see collectImages. */
  images: ReadonlyMap<LeafDirective, ImageDirective>;
  resolveImage: (image: ImageDirective) => number | null;
};
