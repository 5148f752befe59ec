import type { ReactNode } from "react";
import type { ParagraphNode } from "@/lib/richtext/schema";
import { InlineContent } from "./inline-content";
import type { RenderContext } from "./render-context";

/** An empty paragraph (editors leave them behind) shows nothing. */
export function Paragraph({ node, context }: { node: ParagraphNode; context: RenderContext }): ReactNode {
  if (!node.content?.length) return null;
  return (
    <p>
      <InlineContent content={node.content} context={context} />
    </p>
  );
}
