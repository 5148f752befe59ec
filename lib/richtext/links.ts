import type { RichTextDocument } from "./schema";
import { descendants } from "./walk";

/** The addresses of all links in the body, each once, in reading order. */
export function linksOf(doc: RichTextDocument): string[] {
  const hrefs = new Set<string>();
  for (const node of descendants(doc)) {
    if (node.type !== "text") continue;
    for (const mark of node.marks ?? []) if (mark.type === "link") hrefs.add(mark.attrs.href);
  }
  return [...hrefs];
}
