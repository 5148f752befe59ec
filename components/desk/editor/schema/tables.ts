import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { optionalWords } from "./attributes";

/** The longest spans that the stored body allows (lib/richtext/schema.ts). */
export const longestSpan = { colspan: 50, rowspan: 200 } as const;

function span(name: keyof typeof longestSpan) {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => {
      const value = Number(element.getAttribute(name) ?? "1");
      return Number.isInteger(value) && value >= 1 ? Math.min(value, longestSpan[name]) : 1;
    },
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === 1 ? {} : { [name]: String(attributes[name]) },
  };
}

const cell = {
  content: "paragraph+",
  addAttributes: () => ({ colspan: span("colspan"), rowspan: span("rowspan") }),
};

/** No widths: columns are as wide as their words on the reader's page, so they are in the editor. */
export const tableNodes = [
  Table.extend({
    addAttributes: () => ({ caption: optionalWords("caption", 300) }),
    renderHTML: ({ HTMLAttributes }) => ["div", { class: "rte-table" }, ["table", HTMLAttributes, ["tbody", 0]]],
    addNodeView: null,
  }),
  TableRow.extend({ content: "(tableCell | tableHeader)+" }),
  TableHeader.extend(cell),
  TableCell.extend(cell),
];
