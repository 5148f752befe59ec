"use client";
import { CircleAlert, CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { deskArticlePath } from "@/lib/desk-urls";
import { nameOf, verbWords } from "./article-row";
import type { BulkReport } from "./use-bulk";

/** What came of each article; those that were refused first, with the reason. */
export function BulkResults({
  report,
  onClose,
}: {
  report: BulkReport | null;
  onClose: () => void;
}): ReactElement | null {
  if (!report) return null;
  const { verb, articles, results } = report;
  const names = new Map(articles.map((article) => [article.articleId, nameOf(article)]));
  const done = results.filter(({ ok }) => ok).length;
  const sorted = [...results].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`${String(done)} of ${String(results.length)} ${verbWords[verb].done}`}
      description="What was refused is as it was, and still chosen."
    >
      <ul className="divide-line divide-y">
        {sorted.map((result) => (
          <li key={result.articleId} className="gap-2 py-2 flex items-start">
            {result.ok ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4.5 text-good shrink-0" />
            ) : (
              <CircleAlert aria-hidden className="mt-0.5 size-4.5 text-danger shrink-0" />
            )}
            <div className="min-w-0">
              <Link href={deskArticlePath(result.articleId)} className="font-semibold hover:underline">
                {names.get(result.articleId) ?? `Article ${String(result.articleId)}`}
              </Link>
              <p className={result.ok ? "text-sm text-quiet" : "text-sm text-danger"}>
                {result.ok ? `Was ${verbWords[verb].done}.` : `Refused: ${result.message}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
