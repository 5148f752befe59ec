"use client";
import { Milestone } from "lucide-react";
import { useState, type ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-look";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchForm } from "@/components/ui/search-form";
import { deskRedirectExportPath, deskRedirectListPath, deskRedirectsPath } from "@/lib/desk-urls";
import type { PageOf } from "@/lib/pagination";
import type { FormAction } from "@/lib/web/action-state";
import { ImportForm, type ImportAnswer } from "./import-form";
import { RedirectForm, type RedirectLine } from "./redirect-form";

type RedirectActions = {
  create: FormAction<unknown>;
  save: FormAction<void>;
  remove: FormAction<void>;
  importFile: FormAction<ImportAnswer>;
};
type RedirectsScreenProps = { list: PageOf<RedirectLine>; words: string; actions: RedirectActions };
type Opened = { kind: "new" } | { kind: "import" } | { kind: "edit"; redirect: RedirectLine } | null;

/** Old addresses and where they lead. */
export function RedirectsScreen({ list, words, actions }: RedirectsScreenProps): ReactElement {
  const [opened, setOpened] = useState<Opened>(null);
  const at = (page: number): string | null =>
    page >= 1 && page <= list.pages ? deskRedirectListPath({ q: words, page }) : null;
  return (
    <>
      <RedirectsHeader onOpen={setOpened} />
      <div className="mb-4 flex">
        <SearchForm action={deskRedirectsPath} name="q" label="Search redirects" words={words} />
      </div>
      {list.items.length === 0 ? (
        <EmptyState icon={Milestone} title={words ? `No redirect has “${words}” in its addresses` : "No redirect yet"}>
          {words ? "Try a shorter part of the address." : "When an address changes, one appears here."}
        </EmptyState>
      ) : (
        <DataTable
          label="Redirects"
          rows={list.items}
          columns={columnsFor(actions, (redirect) => {
            setOpened({ kind: "edit", redirect });
          })}
          rowId={({ redirectId }) => String(redirectId)}
          rowName={({ fromPath }) => fromPath}
        />
      )}
      <Pager
        previous={at(list.page - 1)}
        next={at(list.page + 1)}
        status={`Page ${String(list.page)} of ${list.pages.toLocaleString("en-US")}, ${list.total.toLocaleString("en-US")} redirects`}
      />
      <RedirectDialog
        opened={opened}
        actions={actions}
        onClose={() => {
          setOpened(null);
        }}
      />
    </>
  );
}

function RedirectsHeader({ onOpen }: { onOpen: (opened: Opened) => void }): ReactElement {
  return (
    <PageHeader
      title="Redirects"
      description="Old addresses and where they lead. Those of changed addresses are made by themselves."
      actions={
        <>
          <a href={deskRedirectExportPath} download className={buttonClass({})}>
            Export CSV
          </a>
          <Button
            onClick={() => {
              onOpen({ kind: "import" });
            }}
          >
            Import CSV
          </Button>
          <Button
            look="primary"
            onClick={() => {
              onOpen({ kind: "new" });
            }}
          >
            New redirect
          </Button>
        </>
      }
    />
  );
}

type RedirectDialogProps = { opened: Opened; actions: RedirectActions; onClose: () => void };

function RedirectDialog({ opened, actions, onClose }: RedirectDialogProps): ReactElement | null {
  if (!opened) return null;
  const title = { new: "New redirect", import: "Import redirects", edit: "Redirect" }[opened.kind];
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      {opened.kind === "import" ? (
        <ImportForm action={actions.importFile} onDone={onClose} />
      ) : (
        <RedirectForm
          redirect={opened.kind === "edit" ? opened.redirect : null}
          action={opened.kind === "edit" ? actions.save : actions.create}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

function columnsFor(actions: RedirectActions, onEdit: (redirect: RedirectLine) => void): DataColumn<RedirectLine>[] {
  return [
    {
      id: "from",
      header: "Old address",
      cell: ({ fromPath, activeFrom, createdAt }) => (
        <>
          <p className="font-semibold break-all">{fromPath}</p>
          <p className="text-sm text-quiet">{activeFrom ? `From ${activeFrom} on` : `Since ${createdAt}`}</p>
        </>
      ),
    },
    {
      id: "to",
      header: "Leads to",
      cell: ({ toPath, status }) => (
        <span className="gap-2 flex flex-wrap items-center">
          <Badge tone={status === 410 ? "warn" : "plain"}>{status}</Badge>
          <span className="break-all">{toPath ?? "gone"}</span>
        </span>
      ),
    },
    { id: "hits", header: "Hits", className: "text-right", cell: ({ hits }) => hits.toLocaleString("en-US") },
    {
      id: "change",
      header: "Change",
      cell: (redirect) => (
        <span className="gap-2 flex flex-wrap">
          <Button
            size="small"
            aria-label={`Edit ${redirect.fromPath}`}
            onClick={() => {
              onEdit(redirect);
            }}
          >
            Edit
          </Button>
          <ConfirmButton
            size="small"
            look="danger"
            aria-label={`Delete ${redirect.fromPath}`}
            action={actions.remove}
            fields={{ redirectId: redirect.redirectId }}
            title={`Delete the redirect of ${redirect.fromPath}?`}
            explanation="Whoever follows the old address then finds nothing."
            confirm="Delete the redirect"
          >
            Delete
          </ConfirmButton>
        </span>
      ),
    },
  ];
}
