"use client";
import { Users } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchForm } from "@/components/ui/search-form";
import { deskNewPersonPath, deskPeopleListPath, deskPeoplePath, deskPersonPath } from "@/lib/desk-urls";
import type { PageOf } from "@/lib/pagination";

export type PersonLine = {
  id: number;
  name: string;
  kind: "person" | "desk";
  jobTitle: string | null;
  credentials: string | null;
  articles: number;
  reviewed: number;
};

const columns: DataColumn<PersonLine>[] = [
  {
    id: "name",
    header: "Name",
    cell: ({ id, name, kind, jobTitle, credentials }) => (
      <>
        <Link href={deskPersonPath(id)} className="font-semibold hover:underline">
          {name}
        </Link>
        <p className="text-sm text-quiet">
          {[kind === "desk" ? "Desk" : "Person", jobTitle, credentials].filter(Boolean).join(", ")}
        </p>
      </>
    ),
  },
  {
    id: "articles",
    header: "Signed",
    className: "text-right",
    cell: ({ articles }) => articles.toLocaleString("en-US"),
  },
  {
    id: "reviewed",
    header: "Reviewed",
    className: "text-right",
    cell: ({ reviewed }) => reviewed.toLocaleString("en-US"),
  },
];

/** Who signs and reviews articles. */
export function PeopleScreen({ list, words }: { list: PageOf<PersonLine>; words: string }): ReactElement {
  const at = (page: number): string | null =>
    page >= 1 && page <= list.pages ? deskPeopleListPath({ q: words, page }) : null;
  const add = (
    <LinkButton look="primary" href={deskNewPersonPath}>
      New author page
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="People"
        description="Who signs and reviews articles. They have a page for readers, and need no account."
        actions={add}
      />
      <div className="mb-4 flex">
        <SearchForm action={deskPeoplePath} name="q" label="Search people" words={words} />
      </div>
      {list.items.length === 0 ? (
        <EmptyState icon={Users} title={words ? `Nobody has “${words}” in their name` : "Nobody yet"} action={add}>
          Articles need somebody to sign them before they can be published.
        </EmptyState>
      ) : (
        <DataTable
          label="People"
          rows={list.items}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowName={({ name }) => name}
        />
      )}
      <Pager
        previous={at(list.page - 1)}
        next={at(list.page + 1)}
        status={`Page ${String(list.page)} of ${String(list.pages)}, ${list.total.toLocaleString("en-US")} in all`}
      />
    </>
  );
}
