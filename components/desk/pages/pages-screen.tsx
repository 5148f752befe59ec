"use client";
import { FileText } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskNewPagePath, deskPagePath } from "@/lib/desk-urls";

export type PageLine = { id: number; title: string; path: string; noindex: boolean; changed: string };

const columns: DataColumn<PageLine>[] = [
  {
    id: "title",
    header: "Title",
    cell: ({ id, title, path, noindex }) => (
      <>
        <Link href={deskPagePath(id)} className="font-semibold hover:underline">
          {title}
        </Link>{" "}
        {noindex && <Badge>Not for search engines</Badge>}
        <p className="text-sm text-quiet break-all">{path}</p>
      </>
    ),
  },
  { id: "changed", header: "Last changed", cell: ({ changed }) => changed },
];

/** All static pages. */
export function PagesScreen({ pages }: { pages: PageLine[] }): ReactElement {
  const add = (
    <LinkButton look="primary" href={deskNewPagePath}>
      New page
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Pages"
        description="About us, the privacy policy and their like. A saved page is live at once; what it said before is kept."
        actions={add}
      />
      {pages.length === 0 ? (
        <EmptyState icon={FileText} title="No page yet" action={add}>
          Most sites begin with About us and a privacy policy.
        </EmptyState>
      ) : (
        <DataTable
          label="Pages"
          rows={pages}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowName={({ title }) => title}
        />
      )}
    </>
  );
}
