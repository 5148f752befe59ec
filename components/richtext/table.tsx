import type { ReactElement } from "react";
import type { TableCellNode, TableNode, TableRowNode } from "@/lib/richtext/schema";
import { isHeaderCell, tableParts } from "@/lib/richtext/table-parts";
import { InlineContent } from "./inline-content";
import { Paragraph } from "./paragraph";
import type { RenderContext } from "./render-context";

type TableProps = { node: TableNode; ordinal: number; context: RenderContext };

/**
 * A table in a region of its own, which scrolls sideways on narrow screens; it takes the focus so that the arrow keys
 * can scroll it. The number keeps the regions' names apart.
 */
export function Table({ node, ordinal, context }: TableProps): ReactElement {
  const { caption } = node.attrs;
  const name = `Table ${String(ordinal)}`;
  const { head, body } = tableParts(node);
  return (
    <section className="rt-table" aria-label={caption ? `${name}: ${caption}` : name} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        {head.length > 0 && <thead>{renderRows(head, "col", context)}</thead>}
        {body.length > 0 && <tbody>{renderRows(body, "row", context)}</tbody>}
      </table>
    </section>
  );
}

type Scope = "col" | "row";

function renderRows(rows: readonly TableRowNode[], scope: Scope, context: RenderContext): ReactElement[] {
  return rows.map((row, index) => (
    <tr key={index}>
      {row.content.map((cell, column) => (
        <Cell key={column} cell={cell} scope={scope} context={context} />
      ))}
    </tr>
  ));
}

function Cell({ cell, scope, context }: { cell: TableCellNode; scope: Scope; context: RenderContext }): ReactElement {
  const { colspan, rowspan } = cell.attrs;
  const span = { colSpan: colspan === 1 ? undefined : colspan, rowSpan: rowspan === 1 ? undefined : rowspan };
  const [first, ...rest] = cell.content;
  const words =
    rest.length === 0 ? (
      <InlineContent content={first?.content} context={context} />
    ) : (
      cell.content.map((paragraph, index) => <Paragraph key={index} node={paragraph} context={context} />)
    );
  return isHeaderCell(cell) ? (
    <th scope={scope} {...span}>
      {words}
    </th>
  ) : (
    <td {...span}>{words}</td>
  );
}
