"use client";
import { useTransition } from "react";
import { toast } from "sonner";
import { idle, type FormAction } from "@/lib/web/action-state";
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import { nameOf, verbWords, type ArticleRow, type BulkResult } from "./article-row";

export type BulkAction = FormAction<BulkResult[]>;
/** What is to be done with which articles. */
export type BulkRequest = { verb: BulkVerb; articles: ArticleRow[] };
/** What came of it. */
export type BulkReport = BulkRequest & { results: BulkResult[] };

type Bulk = {
  pending: boolean;
  send: (request: BulkRequest) => void;
  /** Tells what came of it: in a line when everything went well, else row by row through `onRefused`. */
  tell: (report: BulkReport) => void;
};

/** @param onDone gets every report, also of what went well; what was refused is among the results */
export function useBulk(
  action: BulkAction,
  { onDone, onRefused }: { onDone: (report: BulkReport) => void; onRefused: (report: BulkReport) => void },
): Bulk {
  const [pending, start] = useTransition();
  const send = (request: BulkRequest): void => {
    start(async () => {
      const state = await action(idle, bulkForm(request));
      if (state.status === "done") tell({ ...request, results: state.value });
      if (state.status === "failed") toast.error(state.message);
    });
  };
  const tell = (report: BulkReport): void => {
    onDone(report);
    if (report.results.some(({ ok }) => !ok)) onRefused(report);
    else toast.success(doneWords(report), undoOf(report, send));
  };
  return { pending, send, tell };
}

/** The fields that the action reads. */
export function bulkForm({ verb, articles }: BulkRequest): FormData {
  const form = new FormData();
  form.set("verb", verb);
  for (const { articleId } of articles) form.append("articleIds", String(articleId));
  return form;
}

function doneWords({ verb, articles }: BulkRequest): string {
  const [first] = articles;
  const what = articles.length === 1 && first ? `“${nameOf(first)}”` : `${String(articles.length)} articles`;
  return `${what} ${verbWords[verb].done}.`;
}

function undoOf({ verb, articles }: BulkRequest, send: (request: BulkRequest) => void) {
  if (verb !== "moveToTrash") return {};
  const onClick = (): void => {
    send({ verb: "restoreFromTrash", articles });
  };
  return { action: { label: "Undo", onClick } };
}
