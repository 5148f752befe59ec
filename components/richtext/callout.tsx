import type { ReactElement } from "react";
import { calloutNames } from "@/lib/richtext/callout-names";
import type { CalloutNode } from "@/lib/richtext/schema";
import { Flow } from "./lists";
import type { RenderContext } from "./render-context";

type CalloutProps = { node: CalloutNode; ordinal: number; context: RenderContext };

/** A box beside the text. role="note" labels it without making every callout a landmark. */
export function Callout({ node, ordinal, context }: CalloutProps): ReactElement {
  const { tone, title } = node.attrs;
  const titleId = `callout-${String(ordinal)}-title`;
  return (
    <aside className={`rt-callout rt-callout--${tone}`} role="note" aria-labelledby={titleId}>
      <p className="rt-callout__title" id={titleId}>
        <span className="rt-callout__tone">{calloutNames[tone]}</span>
        {title && `: ${title}`}
      </p>
      <Flow nodes={node.content} context={context} />
    </aside>
  );
}
