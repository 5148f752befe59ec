import Link from "next/link";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import { withoutPlace, type ListAddress } from "@/lib/articles/list-address";
import { articleStates, type ArticleState } from "@/lib/articles/states";
import { deskArticleListPath } from "@/lib/desk-urls";
import { stateWords } from "./article-row";

type Tab = ArticleState | "all" | "trash";
export type StateCounts = Record<Tab, number>;

/** The states of articles with how many there are; the other filters stay as they are. */
export function StateTabs({ address, counts }: { address: ListAddress; counts: StateCounts }): ReactElement {
  const current: Tab = address.trash ? "trash" : (address.state ?? "all");
  const tabs: Tab[] = ["all", ...articleStates, "trash"];
  return (
    <nav aria-label="States" className="mb-4 border-line overflow-x-auto border-b">
      <ul className="gap-1 flex">
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              href={deskArticleListPath(addressOfTab(address, tab))}
              aria-current={tab === current ? "page" : undefined}
              className={classNames(
                "gap-1.5 px-2.5 py-2 flex items-center border-b-2 whitespace-nowrap -outline-offset-2!",
                tab === current
                  ? "border-accent font-semibold text-ink"
                  : "text-quiet hover:text-ink border-transparent",
              )}
            >
              {labelOf(tab)}
              <span className="text-sm text-quiet font-normal tabular-nums">{counts[tab].toLocaleString("en-US")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function labelOf(tab: Tab): string {
  if (tab === "all") return "All";
  return tab === "trash" ? "Trash" : stateWords[tab].label;
}

function addressOfTab(address: ListAddress, tab: Tab): ListAddress {
  const { state: _state, trash: _trash, ...rest } = withoutPlace(address);
  if (tab === "all") return rest;
  return tab === "trash" ? { ...rest, trash: true } : { ...rest, state: tab };
}
