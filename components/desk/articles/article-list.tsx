"use client";
import { useState, type ReactElement } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { ListAddress } from "@/lib/articles/list-address";
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import { nameOf, type ArticleRow } from "./article-row";
import { BulkBar } from "./bulk-bar";
import { asksFirst, BulkDialog } from "./bulk-dialog";
import { BulkResults } from "./bulk-results";
import type { ListChoices } from "@/lib/articles/list-choices";
import { listColumns } from "./list-columns";
import { useBulk, type BulkAction, type BulkReport, type BulkRequest } from "./use-bulk";

type ArticleListProps = {
  rows: ArticleRow[];
  address: ListAddress;
  timeZone: string;
  now: Date;
  choices: Pick<ListChoices, "editors" | "reviewers">;
  action: BulkAction;
};

/** One page of articles: choose some, and do something with them, or with one. */
export function ArticleList({ rows, address, timeZone, now, choices, action }: ArticleListProps): ReactElement {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [request, setRequest] = useState<BulkRequest | null>(null);
  const [report, setReport] = useState<BulkReport | null>(null);
  const { pending, send, tell } = useBulk(action, {
    onRefused: setReport,
    // What was refused stays chosen: it is what is left to do.
    onDone: ({ results }) => {
      const done = new Set(results.filter(({ ok }) => ok).map(({ articleId }) => String(articleId)));
      setChosenIds((before) => new Set([...before].filter((id) => !done.has(id))));
    },
  });
  const chosen = rows.filter(({ articleId }) => chosenIds.has(String(articleId)));
  const ask = (verb: BulkVerb, articles: ArticleRow[]): void => {
    if (asksFirst(verb)) setRequest({ verb, articles });
    else send({ verb, articles });
  };
  return (
    <>
      <BulkBar
        chosen={chosen}
        pending={pending}
        onVerb={(verb) => {
          ask(verb, chosen);
        }}
        onClear={() => {
          setChosenIds(new Set());
        }}
      />
      <DataTable
        label="Articles"
        rows={rows}
        columns={listColumns({
          address,
          timeZone,
          now,
          onVerb: (verb, article) => {
            ask(verb, [article]);
          },
        })}
        rowId={({ articleId }) => String(articleId)}
        rowName={nameOf}
        selection={{ chosen: new Set(chosen.map(({ articleId }) => String(articleId))), onChange: setChosenIds }}
      />
      <BulkDialog
        request={request}
        onClose={() => {
          setRequest(null);
        }}
        {...{ action, choices }}
        onDone={tell}
      />
      <BulkResults
        report={report}
        onClose={() => {
          setReport(null);
        }}
      />
    </>
  );
}
