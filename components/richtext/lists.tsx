import type { ReactElement } from "react";
import type { BulletListNode, ListItemNode, OrderedListNode } from "@/lib/richtext/schema";
import { InlineContent } from "./inline-content";
import { Paragraph } from "./paragraph";
import type { RenderContext } from "./render-context";

export function BulletList({ node, context }: { node: BulletListNode; context: RenderContext }): ReactElement {
  return (
    <ul className="rt-list">
      <Items items={node.content} context={context} />
    </ul>
  );
}

export function OrderedList({ node, context }: { node: OrderedListNode; context: RenderContext }): ReactElement {
  const { start } = node.attrs;
  return (
    <ol className="rt-list" start={start === 1 ? undefined : start}>
      <Items items={node.content} context={context} />
    </ol>
  );
}

function Items({ items, context }: { items: readonly ListItemNode[]; context: RenderContext }): ReactElement[] {
  return items.map((item, index) => (
    <li key={index}>
      <Flow nodes={item.content} context={context} isTight={item.content.filter(isParagraph).length === 1} />
    </li>
  ));
}

type FlowProps = { nodes: ListItemNode["content"]; context: RenderContext; isTight?: boolean };

/** Paragraphs and lists, as items and callouts hold them. When tight, a paragraph gets no element of its own. */
export function Flow({ nodes, context, isTight = false }: FlowProps): ReactElement[] {
  return nodes.map((node, index) => {
    if (node.type === "bulletList") return <BulletList key={index} node={node} context={context} />;
    if (node.type === "orderedList") return <OrderedList key={index} node={node} context={context} />;
    if (isTight) return <InlineContent key={index} content={node.content} context={context} />;
    return <Paragraph key={index} node={node} context={context} />;
  });
}

function isParagraph(node: ListItemNode["content"][number]): boolean {
  return node.type === "paragraph";
}
