import { Fragment, type ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import { markTree, type MarkTree } from "@/lib/richtext/mark-tree";
import type { Inline, Mark } from "@/lib/richtext/schema";
import { ReferenceMarkLink } from "./reference-mark-link";
import type { RenderContext } from "./render-context";
import { TextLink } from "./text-link";

type InlineContentProps = { content: readonly Inline[] | undefined; context: RenderContext };

/** Text, breaks and reference marks. Neighbours that share a mark share its element, the outermost mark first. */
export function InlineContent({ content, context }: InlineContentProps): ReactNode {
  return renderTree(markTree(content), context);
}

function renderTree(tree: readonly MarkTree[], context: RenderContext): ReactNode {
  return tree.map((part, index) => (
    <Fragment key={index}>
      {"node" in part ? leaf(part.node, context) : wrap(part.mark, renderTree(part.children, context))}
    </Fragment>
  ));
}

function leaf(node: Inline, context: RenderContext): ReactNode {
  if (node.type === "text") return node.text;
  if (node.type === "hardBreak") return <br />;
  return <ReferenceMarkLink mark={context.references.markOf.get(node)} />;
}

function wrap(mark: Mark, children: ReactNode): ReactNode {
  switch (mark.type) {
    case "link":
      return <TextLink href={mark.attrs.href}>{children}</TextLink>;
    case "bold":
      return <strong>{children}</strong>;
    case "italic":
      return <em>{children}</em>;
    case "code":
      return <code className="rt-code">{children}</code>;
    default:
      return assertNever(mark);
  }
}
