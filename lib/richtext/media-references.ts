import type { RichTextDocument } from "./schema";
import { descendants } from "./walk";

/** The ids of all pictures in the body, each once, in reading order. */
export function mediaIds(doc: RichTextDocument): number[] {
  const ids = new Set<number>();
  for (const node of descendants(doc)) if (node.type === "image") ids.add(node.attrs.mediaId);
  return [...ids];
}
