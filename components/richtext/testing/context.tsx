import { numberReferences } from "@/lib/richtext/references";
import type { MediaView } from "@/lib/media/types";
import type { RichTextDocument } from "@/lib/richtext/schema";
import type { RenderContext } from "../render-context";

/** A picture of the library. */
export function mediaView(id: number): MediaView {
  return {
    id,
    key: `m${String(id)}`,
    width: 1200,
    height: 800,
    widths: [400, 800, 1200],
    placeholder: "data:image/webp;base64,AA==",
    alt: "the library's own words",
    credit: null,
  };
}

/** What a page would give for this document, with pictures 1 to 3. */
export function contextFor(doc: RichTextDocument, more: Partial<RenderContext> = {}): RenderContext {
  return {
    media: new Map([1, 2, 3].map((id) => [id, mediaView(id)])),
    references: numberReferences(doc),
    helplines: [],
    contact: <a href="mailto:desk@example.org">desk@example.org</a>,
    ...more,
  };
}
