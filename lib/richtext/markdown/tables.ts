import type { PhrasingContent, Table } from "mdast";
import type { TableCellNode, TableNode } from "../schema";
import { readInlines } from "./inlines";
import type { Reading } from "./reading";

/** Reads a GFM table. Its first row is the header; short rows are filled with empty cells, as GFM says. */
export function readTable(node: Table, reading: Reading): TableNode {
  if (node.align?.some(Boolean))
    reading.report(node, "A table's columns have no alignment in the dialect (use --- only)");
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, rowIndex) => {
    if (row.children.length > columns)
      reading.report(row, `A row with more cells than the header's ${String(columns)}`);
    const type = rowIndex === 0 ? "tableHeader" : "tableCell";
    const cells = row.children.map((cell) => readCell(type, cell.children, reading));
    while (cells.length < columns) cells.push(readCell(type, [], reading));
    return { type: "tableRow" as const, content: cells };
  });
  return { type: "table", attrs: { caption: null }, content: rows };
}

function readCell(type: TableCellNode["type"], children: readonly PhrasingContent[], reading: Reading): TableCellNode {
  const content = readInlines(children, reading);
  return { type, attrs: { colspan: 1, rowspan: 1 }, content: [{ type: "paragraph", content }] };
}
