import { Fragment, type ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import type { Inline, Mark } from "@/lib/richtext/schema";

/** Words with their marks; links show where they lead, reference marks what they name. */
export function InlineView({ content }: { content: readonly Inline[] | undefined }): ReactNode {
  return content?.map((node, index) => <Fragment key={index}>{inline(node)}</Fragment>);
}

function inline(node: Inline): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text);
    case "hardBreak":
      return <br />;
    case "reference":
      return <sup>[{node.attrs.key}]</sup>;
    default:
      return assertNever(node);
  }
}

function marked(words: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{words}</strong>;
    case "italic":
      return <em>{words}</em>;
    case "code":
      return <code className="rounded bg-sunken px-1">{words}</code>;
    case "link":
      return (
        <>
          <span className="underline">{words}</span> <span className="text-sm text-quiet">({mark.attrs.href})</span>
        </>
      );
    default:
      return assertNever(mark);
  }
}
