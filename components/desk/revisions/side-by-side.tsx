import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Side } from "./marked-words";

/** Two states of one thing beside each other; below each other, with their names, where there is no room. */
export function SideBySide({ before, after }: { before: ReactNode; after: ReactNode }): ReactElement {
  return (
    <div className="gap-x-4 gap-y-2 md:grid-cols-2 grid">
      <OneSide side="before">{before}</OneSide>
      <OneSide side="after">{after}</OneSide>
    </div>
  );
}

function OneSide({ side, children }: { side: Side; children: ReactNode }): ReactElement {
  const empty = children === null || children === "" || children === undefined;
  return (
    <div className={classNames("min-w-0 rounded px-3 py-2", empty ? "bg-sunken max-md:hidden" : "bg-raised")}>
      <p className="text-xs font-semibold text-quiet md:sr-only">{side === "before" ? "Before" : "After"}</p>
      {empty ? <p className="text-sm text-quiet">Nothing</p> : children}
    </div>
  );
}
