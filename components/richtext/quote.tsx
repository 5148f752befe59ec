import type { ReactElement } from "react";
import type { BlockquoteNode } from "@/lib/richtext/schema";
import { Paragraph } from "./paragraph";
import type { RenderContext } from "./render-context";

export function Quote({ node, context }: { node: BlockquoteNode; context: RenderContext }): ReactElement {
  const words = node.content.map((paragraph, index) => <Paragraph key={index} node={paragraph} context={context} />);
  const { source } = node.attrs;
  if (source === null) return <blockquote className="rt-quote">{words}</blockquote>;
  return (
    <figure className="rt-quote">
      <blockquote>{words}</blockquote>
      <figcaption className="rt-quote__source">{source}</figcaption>
    </figure>
  );
}
