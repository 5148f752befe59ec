import type { ReactElement, ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import type { Block, ListItemNode, ParagraphNode, TableNode } from "@/lib/richtext/schema";
import { blockLabel, pictureLabel } from "./block-words";
import type { Names } from "./field-words";
import { InlineView } from "./inline-view";

/** A block as it reads, without the look of the site. Headings are no headings here: the page has its own. */
export function BlockView({ block, names }: { block: Block; names: Names }): ReactElement {
  const plain = block.type === "paragraph" || block.type === "bulletList" || block.type === "orderedList";
  return (
    <div className="wrap-anywhere">
      {!plain && <p className="text-xs text-quiet">{blockLabel(block, names)}</p>}
      {contentOf(block, names)}
    </div>
  );
}

function contentOf(block: Block, names: Names): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <Paragraph node={block} />;
    case "heading":
      return (
        <p className="font-bold">
          <InlineView content={block.content} />
        </p>
      );
    case "bulletList":
      return <ul className="pl-5 list-disc">{block.content.map((item, index) => listItem(item, index, names))}</ul>;
    case "orderedList":
      return (
        <ol start={block.attrs.start} className="pl-5 list-decimal">
          {block.content.map((item, index) => listItem(item, index, names))}
        </ol>
      );
    case "blockquote":
      return (
        <>
          <Blocks blocks={block.content} names={names} />
          <Line>{block.attrs.source}</Line>
        </>
      );
    case "image":
      return <Line>{block.attrs.caption}</Line>;
    case "gallery":
      return (
        <>
          {block.content.map((image, index) => (
            <Line key={index}>{[pictureLabel(image, names), image.attrs.caption].filter(Boolean).join(" · ")}</Line>
          ))}
          <Line>{block.attrs.caption}</Line>
        </>
      );
    case "table":
      return <TableView table={block} />;
    case "callout":
      return (
        <>
          <p className="font-semibold">{block.attrs.title}</p>
          <Blocks blocks={block.content} names={names} />
        </>
      );
    case "embed":
      return <Line>{block.attrs.title}</Line>;
    case "crisisHelp":
    case "contactAddress":
    case "horizontalRule":
      return null;
    default:
      return assertNever(block);
  }
}

function Paragraph({ node }: { node: ParagraphNode }): ReactElement {
  return (
    <p>
      <InlineView content={node.content} />
    </p>
  );
}

function Blocks({ blocks, names }: { blocks: readonly Block[]; names: Names }): ReactNode {
  return blocks.map((block, index) => <BlockView key={index} block={block} names={names} />);
}

function listItem(item: ListItemNode, index: number, names: Names): ReactElement {
  return (
    <li key={index}>
      <Blocks blocks={item.content} names={names} />
    </li>
  );
}

function Line({ children }: { children: string | null }): ReactElement | null {
  return children ? <p>{children}</p> : null;
}

function TableView({ table }: { table: TableNode }): ReactElement {
  return (
    <div className="overflow-x-auto">
      <table className="text-sm border-collapse">
        {table.attrs.caption && <caption className="text-left">{table.attrs.caption}</caption>}
        <tbody>
          {table.content.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.content.map((cell, index) => {
                const Cell = cell.type === "tableHeader" ? "th" : "td";
                return (
                  <Cell
                    key={index}
                    colSpan={cell.attrs.colspan}
                    rowSpan={cell.attrs.rowspan}
                    className="border-line px-2 py-1 border text-left align-top"
                  >
                    {cell.content.map((node, paragraph) => (
                      <Paragraph key={paragraph} node={node} />
                    ))}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
