"use client";
import {
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type RowSelectionState,
} from "@tanstack/react-table";
import Link from "next/link";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { Cell, HeaderCell, Table } from "./table";
import { classNames } from "./class-names";

export type DataColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Where a press on the heading leads, when the list can be sorted by it. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
  className?: string;
};

type DataTableProps<Row> = {
  label: string;
  rows: Row[];
  columns: DataColumn<Row>[];
  rowId: (row: Row) => string;
  /** How a row is called in the label of its box. */
  rowName: (row: Row) => string;
  /** Ids of chosen rows; without it there are no boxes. */
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };
};

const features = tableFeatures({ rowSelectionFeature });

/** A list in columns that the server sorted and paged: what is shown here is one page of it. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, columns, rowId, rowName, selection } = props;
  const helper = useMemo(() => createColumnHelper<typeof features, Row>(), []);
  const definitions = useMemo(
    () => helper.columns(columns.map((column) => helper.display({ id: column.id, header: column.header }))),
    [helper, columns],
  );
  const rowSelection: RowSelectionState = Object.fromEntries([...(selection?.chosen ?? [])].map((id) => [id, true]));
  const table = useTable({
    features,
    data: rows,
    columns: definitions,
    getRowId: rowId,
    enableRowSelection: selection !== undefined,
    state: { rowSelection },
    onRowSelectionChange: (update) => {
      const next = typeof update === "function" ? update(rowSelection) : update;
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
  return (
    <Table label={label}>
      <Headings columns={columns}>
        {selection && (
          <HeaderCell className="w-9">
            <RowBox
              label="Choose all on this page"
              checked={rows.length > 0 && table.getIsAllRowsSelected()}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </HeaderCell>
        )}
      </Headings>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} className={classNames("hover:bg-sunken/60", row.getIsSelected() && "bg-accent-soft")}>
            {selection && (
              <Cell>
                <RowBox
                  label={`Choose ${rowName(row.original)}`}
                  checked={row.getIsSelected()}
                  onChange={row.getToggleSelectedHandler()}
                />
              </Cell>
            )}
            {columns.map((column) => (
              <Cell key={column.id} {...(column.className ? { className: column.className } : {})}>
                {column.cell(row.original)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type RowBoxProps = { label: string; checked: boolean; onChange: (event: unknown) => void };

function RowBox({ label, checked, onChange }: RowBoxProps): ReactElement {
  return (
    <input
      type="checkbox"
      aria-label={label}
      className="mt-1 size-4 accent-(--accent)"
      checked={checked}
      onChange={onChange}
    />
  );
}

function Headings<Row>({ columns, children }: { columns: DataColumn<Row>[]; children: ReactNode }): ReactElement {
  return (
    <thead>
      <tr>
        {children}
        {columns.map((column) => (
          <ColumnHeading key={column.id} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function ColumnHeading<Row>({ column }: { column: DataColumn<Row> }): ReactElement {
  const { header, sort, className } = column;
  if (!sort) return <HeaderCell className={className}>{header}</HeaderCell>;
  const Arrow = sort.direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <HeaderCell className={className} aria-sort={sort.direction ?? "none"}>
      <Link href={sort.href} className="gap-1 hover:text-ink inline-flex items-center hover:underline">
        {header}
        {sort.direction && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </HeaderCell>
  );
}
