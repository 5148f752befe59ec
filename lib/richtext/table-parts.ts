import type { TableCellNode, TableNode, TableRowNode } from "./schema";

/** The rows at the top that hold nothing but headers, and the rest. */
export function tableParts(node: TableNode): { head: TableRowNode[]; body: TableRowNode[] } {
  const firstBodyRow = node.content.findIndex((row) => row.content.some((cell) => cell.type !== "tableHeader"));
  const headRows = firstBodyRow === -1 ? node.content.length : firstBodyRow;
  return { head: node.content.slice(0, headRows), body: node.content.slice(headRows) };
}

/** A corner or spacer cell without words names nothing, so it must not be announced as a header. */
export function isHeaderCell(cell: TableCellNode): boolean {
  return cell.type === "tableHeader" && cell.content.some((paragraph) => paragraph.content?.length);
}
