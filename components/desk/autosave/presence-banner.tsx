"use client";
import type { ReactElement } from "react";
import { Notice } from "@/components/ui/notice";
import type { Companion } from "./presence-watch";

const clock = new Intl.DateTimeFormat("en-US", { hour: "2-digit", minute: "2-digit", hour12: false });

/** Says at once who else has the article open. What they save comes in by itself. */
export function PresenceBanner({ companions }: { companions: readonly Companion[] }): ReactElement {
  const others = companions.filter(({ self }) => !self);
  const tab = companions.find(({ self }) => self);
  return (
    <div role="status" className="empty:hidden">
      {others.length > 0 && (
        <Notice>{sentence(others)} What they save appears here; you are asked only where both change the same.</Notice>
      )}
      {tab && (
        <Notice tone="warn">
          You have this article open in another tab or window, too (since {clock.format(tab.since)}). What you save
          there appears here.
        </Notice>
      )}
    </div>
  );
}

function sentence(others: readonly Companion[]): string {
  const names = new Map<string, Date>();
  for (const { name, since } of others) if (!names.has(name)) names.set(name, since);
  const told = [...names].map(([name, since]) => `${name} (since ${clock.format(since)})`);
  const list = new Intl.ListFormat("en-US").format(told);
  return `${list} ${told.length === 1 ? "has" : "have"} this article open, too.`;
}
