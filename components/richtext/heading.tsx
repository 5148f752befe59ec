import type { ReactNode } from "react";
import type { HeadingNode } from "@/lib/richtext/schema";
import { InlineContent } from "./inline-content";
import type { RenderContext } from "./render-context";

const tags = { 2: "h2", 3: "h3", 4: "h4" } as const;

/**
 * A heading with a link to itself (kept out of print by the style sheet). The link stands beside the heading and not in
 * it, so that its label is no part of the heading's name. An empty heading shows nothing.
 */
export function Heading({ node, context }: { node: HeadingNode; context: RenderContext }): ReactNode {
  if (!node.content?.length) return null;
  const { id, level } = node.attrs;
  const Tag = tags[level];
  return (
    <div className={`rt-heading rt-heading--${String(level)}`}>
      <Tag id={id ?? undefined}>
        <InlineContent content={node.content} context={context} />
      </Tag>
      {id !== null && (
        <a className="rt-anchor" href={`#${id}`} aria-label="Link to this section">
          <span aria-hidden="true">#</span>
        </a>
      )}
    </div>
  );
}
