/** Tables as GFM has them: one header row, every row with as many cells, no cell over two. Private to ./markdown.ts. */
import type { PhrasingContent, Table, TableCell, TableRow } from "mdast";
import { tableParts } from "../table-parts";
import type { TableCellNode, TableNode, TableRowNode } from "../schema";
import { phrasingOnOneLine, type MarkdownContext } from "./markdown-phrasing";

/** A cell over several places stands in the first; the others are empty. Without a header row, an empty one is put on top. */
export function tableNodes(node: TableNode, context: MarkdownContext): Table[] {
  const rows = gridOf(node.content).map((cells) => rowOf(cells, context));
  const width = Math.max(...rows.map(({ children }) => children.length));
  for (const { children } of rows) while (children.length < width) children.push(emptyCell());
  const header = { type: "tableRow" as const, children: Array.from({ length: width }, emptyCell) };
  const hasHeader = tableParts(node).head.length > 0;
  return [{ type: "table", children: hasHeader ? rows : [header, ...rows] }];
}

function emptyCell(): TableCell {
  return { type: "tableCell", children: [] };
}

function rowOf(cells: readonly (TableCellNode | null)[], context: MarkdownContext): TableRow {
  const children = cells.map((cell): TableCell =>
    cell ? { type: "tableCell", children: cellNodes(cell, context) } : emptyCell(),
  );
  return { type: "tableRow", children };
}

function cellNodes(cell: TableCellNode, context: MarkdownContext): PhrasingContent[] {
  const paragraphs = cell.content.map(({ content }) => phrasingOnOneLine(content, context));
  return paragraphs
    .filter((words) => words.length > 0)
    .flatMap((words, index): PhrasingContent[] => (index === 0 ? words : [{ type: "text", value: " " }, ...words]));
}

/** Every row place by place; null where a cell from the left or from above reaches. */
function gridOf(rows: readonly TableRowNode[]): (TableCellNode | null)[][] {
  const grid: (TableCellNode | null)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.content) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const { colspan, rowspan } = cell.attrs;
      for (const [below, line] of grid.slice(y, y + rowspan).entries()) {
        for (let right = 0; right < colspan; right += 1) line[x + right] = below + right === 0 ? cell : null;
      }
      x += colspan;
    }
  }
  // What no cell reaches is a hole.
  return grid.map((line) => Array.from(line, (cell) => cell ?? null));
}
