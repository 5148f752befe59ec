/** Pasted tables: cells of paragraphs in rows of equal width. */
import type { ParagraphNode, TableCellNode, TableNode, TableRowNode } from "../schema";
import { textOf, type PasteElement } from "./paste-tree";

export type ReadCell = (cell: PasteElement) => ParagraphNode[];

/**
 * The rows of a table, also those in its sections and in wrappers that programs put in between; not those of tables
 * inside its cells.
 */
export function rowsOf(table: PasteElement): PasteElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.tag === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tag) ? rowsOf(child) : [];
  });
}

export function cellsOf(row: PasteElement): PasteElement[] {
  return row.children.filter(
    (child) => typeof child !== "string" && (child.tag === "td" || child.tag === "th"),
  ) as PasteElement[];
}

/** The table, or null when no row has a cell. @param readCell its words as paragraphs, at least one */
export function tableFrom(table: PasteElement, readCell: ReadCell): TableNode | null {
  const rows = rowsOf(table)
    .map((row): TableRowNode => ({ type: "tableRow", content: cellsOf(row).map((cell) => cellFrom(cell, readCell)) }))
    .filter((row, _index, all) => row.content.length > 0 || spansReachInto(all));
  const caption = captionOf(table);
  const even = evenRows(rows);
  return even.length > 0 ? { type: "table", attrs: { caption }, content: even } : null;
}

function captionOf(table: PasteElement): string | null {
  const caption = table.children.find((child) => typeof child !== "string" && child.tag === "caption");
  const words = caption ? textOf(caption).replace(/\s+/g, " ").trim().slice(0, 300).toWellFormed() : "";
  return words || null;
}

function spansReachInto(rows: readonly TableRowNode[]): boolean {
  return rows.some((row) => row.content.some((cell) => cell.attrs.rowspan > 1));
}

function cellFrom(cell: PasteElement, readCell: ReadCell): TableCellNode {
  const attrs = { colspan: span(cell.attributes.colspan, 50), rowspan: span(cell.attributes.rowspan, 200) };
  return { type: cell.tag === "th" ? "tableHeader" : "tableCell", attrs, content: readCell(cell) };
}

function span(text: string | undefined, longest: number): number {
  return text && /^\d{1,4}$/.test(text.trim()) ? Math.min(longest, Math.max(1, Number(text))) : 1;
}

/**
 * Rows that fill a rectangle: spans that lead out of the table are cut, short rows get empty cells. A row that only
 * cells from above would fill can't be stored; then no cell reaches down.
 */
function evenRows(rows: readonly TableRowNode[]): TableRowNode[] {
  const given = rows.some((row) => row.content.length === 0)
    ? rows.filter((row) => row.content.length > 0).map((row) => mapCells(row, (attrs) => ({ ...attrs, rowspan: 1 })))
    : rows.map((row, index) =>
        mapCells(row, (attrs) => ({ ...attrs, rowspan: Math.min(attrs.rowspan, rows.length - index) })),
      );
  const widths = rowWidths(given);
  const widest = Math.max(0, ...widths);
  return given.map((row, index) => {
    const missing = widest - (widths[index] ?? widest);
    return missing > 0 ? { ...row, content: [...row.content, ...Array.from({ length: missing }, emptyCell)] } : row;
  });
}

function mapCells(row: TableRowNode, change: (attrs: TableCellNode["attrs"]) => TableCellNode["attrs"]): TableRowNode {
  return { ...row, content: row.content.map((cell) => ({ ...cell, attrs: change(cell.attrs) })) };
}

/** Columns that each row takes, those of cells from above included. */
function rowWidths(rows: readonly TableRowNode[]): number[] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const { attrs } of row.content) {
      for (let below = index; below < index + attrs.rowspan; below += 1)
        widths[below] = (widths[below] ?? 0) + attrs.colspan;
    }
  }
  return widths;
}

function emptyCell(): TableCellNode {
  return { type: "tableCell", attrs: { colspan: 1, rowspan: 1 }, content: [{ type: "paragraph" }] };
}
