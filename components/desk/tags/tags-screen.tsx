"use client";
import { Tag } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchForm } from "@/components/ui/search-form";
import { deskTagListPath, deskTagPath, deskTagsPath } from "@/lib/desk-urls";
import type { PageOf } from "@/lib/pagination";
import type { TagEntry, TagSort } from "@/lib/taxonomy/types";
import type { FormAction } from "@/lib/web/action-state";

type TagsScreenProps = { list: PageOf<TagEntry>; words: string; sort: TagSort; create: FormAction<number> };

/** All tags, a page at a time. */
export function TagsScreen({ list, words, sort, create }: TagsScreenProps): ReactElement {
  const [isAdding, setAdding] = useState(false);
  const at = (page: number): string | null =>
    page >= 1 && page <= list.pages ? deskTagListPath({ q: words, sort, page }) : null;
  return (
    <>
      <PageHeader
        title="Tags"
        description="What articles share across categories. Merge those that mean the same."
        actions={
          <Button
            look="primary"
            onClick={() => {
              setAdding(true);
            }}
          >
            New tag
          </Button>
        }
      />
      <div className="mb-4 gap-2 flex flex-wrap">
        <SearchForm action={deskTagsPath} name="q" label="Search tags" words={words}>
          {sort !== "name" && <input type="hidden" name="sort" value={sort} />}
        </SearchForm>
      </div>
      {list.items.length === 0 ? (
        <NoTags words={words} />
      ) : (
        <DataTable
          label="Tags"
          rows={list.items}
          columns={columnsFor(words, sort)}
          rowId={({ id }) => String(id)}
          rowName={({ name }) => name}
        />
      )}
      <Pager
        previous={at(list.page - 1)}
        next={at(list.page + 1)}
        status={`Page ${String(list.page)} of ${list.pages.toLocaleString("en-US")}, ${list.total.toLocaleString("en-US")} tags`}
      />
      <Dialog open={isAdding} onOpenChange={setAdding} title="New tag">
        <NewTagForm
          action={create}
          onDone={() => {
            setAdding(false);
          }}
        />
      </Dialog>
    </>
  );
}

function columnsFor(words: string, sort: TagSort): DataColumn<TagEntry>[] {
  const byUse = sort === "most-used" ? "least-used" : "most-used";
  return [
    {
      id: "name",
      header: "Name",
      sort: { href: deskTagListPath({ q: words }), direction: sort === "name" ? "ascending" : null },
      cell: ({ id, name, path }) => (
        <>
          <Link href={deskTagPath(id)} className="font-semibold hover:underline">
            {name}
          </Link>
          <p className="text-sm text-quiet break-all">{path}</p>
        </>
      ),
    },
    {
      id: "articles",
      header: "Articles",
      className: "text-right",
      sort: {
        href: deskTagListPath({ q: words, sort: byUse }),
        direction: sort === "name" ? null : sort === "most-used" ? "descending" : "ascending",
      },
      cell: ({ articles }) => articles.toLocaleString("en-US"),
    },
  ];
}

function NoTags({ words }: { words: string }): ReactElement {
  if (words === "") {
    return (
      <EmptyState icon={Tag} title="No tag yet">
        Tags are also made while writing, in the article’s side panel.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Tag}
      title={`No tag has “${words}” in its name`}
      action={<Link href={deskTagsPath}>Show all tags</Link>}
    >
      Try fewer letters.
    </EmptyState>
  );
}

function NewTagForm({ action, onDone }: { action: FormAction<number>; onDone: () => void }): ReactElement {
  return (
    <ActionForm action={action} onDone={onDone} className="gap-4 grid">
      <Field label="Name" name="name">
        <TextInput required maxLength={80} />
      </Field>
      <Field label="Address" name="slug" hint="Left empty, it is made of the name.">
        <TextInput maxLength={120} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Description" name="description" hint="For readers and search engines">
        <TextArea maxLength={500} />
      </Field>
      <DialogActions>
        <SubmitButton>Add the tag</SubmitButton>
      </DialogActions>
    </ActionForm>
  );
}
