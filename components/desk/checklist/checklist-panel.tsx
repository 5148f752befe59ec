"use client";
import { CircleAlert, CircleCheck, ExternalLink, Lightbulb, Link2 } from "lucide-react";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ArticleChecklist, CheckItem } from "@/lib/articles/checklist/types";
import { groupItems, placeWords, summary } from "./checklist-groups";
import type { LiveChecklist } from "./use-checklist";

type ChecklistPanelProps = LiveChecklist & {
  /** Shows the place: scrolls to the block and its words, or opens the field. */
  onShow: (item: CheckItem) => void;
};

/** What stands in the way of publishing, and what could be better, each with its place and its source. */
export function ChecklistPanel({ checklist, problem, onShow, ...links }: ChecklistPanelProps): ReactElement {
  const { blocking, advice } = groupItems(checklist.items);
  return (
    <section aria-label="Checklist" className="gap-4 grid content-start">
      <p role="status" className="gap-2 font-semibold flex items-start">
        {blocking.length === 0 ? (
          <CircleCheck aria-hidden className="mt-0.5 size-4.5 text-good shrink-0" />
        ) : (
          <CircleAlert aria-hidden className="mt-0.5 size-4.5 text-danger shrink-0" />
        )}
        {summary(checklist.items)}
      </p>
      {problem && <Notice tone="warn">{problem}</Notice>}
      {blocking.length > 0 && <ItemGroup name="Before publishing" items={blocking} onShow={onShow} />}
      {advice.map(({ name, items }) => (
        <ItemGroup key={name} name={name} items={items} onShow={onShow} />
      ))}
      {checklist.readingGrade !== null && (
        <p className="text-sm text-quiet">
          Reads at grade {checklist.readingGrade.toFixed(1)} of school (Flesch-Kincaid).
        </p>
      )}
      <LinkCheck links={checklist.links} checking={links.checkingLinks} onCheck={links.checkLinks} />
    </section>
  );
}

type ItemGroupProps = { name: string; items: readonly CheckItem[]; onShow: (item: CheckItem) => void };

function ItemGroup({ name, items, onShow }: ItemGroupProps): ReactElement {
  const tone = items[0]?.level === "blocking" ? "danger" : "plain";
  return (
    <section className="gap-2 grid">
      <h3 className="gap-2 font-bold flex items-center">
        {name} <Badge tone={tone}>{items.length}</Badge>
      </h3>
      <ul className="gap-2 grid">
        {items.map((item) => (
          <Item key={item.id} item={item} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, onShow }: { item: CheckItem; onShow: (item: CheckItem) => void }): ReactElement {
  return (
    <li className="gap-1 rounded-md border-line bg-raised p-3 grid border">
      <p className="wrap-anywhere">{item.message}</p>
      {item.suggestion && (
        <p className="gap-1.5 text-sm flex items-start">
          <Lightbulb aria-hidden className="mt-0.5 size-4 text-quiet shrink-0" />
          <span>
            <span className="sr-only">Suggestion: </span>
            {item.suggestion}
          </span>
        </p>
      )}
      <div className="gap-x-3 gap-y-1 text-sm flex flex-wrap items-center justify-between">
        <button
          type="button"
          className="text-accent max-w-full truncate underline"
          onClick={() => {
            onShow(item);
          }}
        >
          <span className="sr-only">Show </span>
          {placeWords(item)}
        </button>
        {item.source && (
          <a
            href={item.source.url}
            target="_blank"
            rel="noreferrer"
            className="gap-1 text-quiet inline-flex items-center underline"
          >
            {item.source.label}
            <ExternalLink aria-hidden className="size-3.5 shrink-0" />
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        )}
      </div>
    </li>
  );
}

const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

type LinkCheckProps = { links: ArticleChecklist["links"]; checking: boolean; onCheck: () => Promise<void> };

function LinkCheck({ links, checking, onCheck }: LinkCheckProps): ReactElement | null {
  if (links.external === 0) return null;
  return (
    <section className="gap-2 border-line pt-3 grid border-t">
      <h3 className="font-bold">Links to other sites</h3>
      <p className="text-sm text-quiet" suppressHydrationWarning>
        {linkWords(links)}
      </p>
      {links.unclear.length > 0 && (
        <ul className="gap-1 text-sm grid">
          {links.unclear.map(({ url, reason }) => (
            <li key={url} className="wrap-anywhere">
              <a href={url} target="_blank" rel="noreferrer" className="text-accent underline">
                {url}
              </a>
              : {reason}
            </li>
          ))}
        </ul>
      )}
      <Button size="small" pending={checking} className="justify-self-start" onClick={() => void onCheck()}>
        <Link2 aria-hidden className="size-4" />
        {checking ? "Asking every site…" : "Check links now"}
      </Button>
    </section>
  );
}

function linkWords({ external, unchecked, checkedAt }: ArticleChecklist["links"]): string {
  const all = external === 1 ? "1 link" : `${String(external)} links`;
  if (checkedAt === null) return `${all}, not checked yet.`;
  const since = `${all}, checked ${moment.format(new Date(checkedAt))}.`;
  return unchecked === 0 ? since : `${since} ${String(unchecked)} came since.`;
}
