"use client";
import { useDraggable } from "@dnd-kit/core";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem } from "@/components/ui/menu";
import { deskArticlePath } from "@/lib/desk-urls";
import { timeOfDay } from "@/lib/site-days";
import { entryId, entryName, kindWords, type PlacedEntry } from "./calendar-entry";

type EntryCardProps = {
  entry: PlacedEntry;
  timeZone: string;
  /** Null when this one can't be moved, or not by who looks at it. */
  onMove: ((entry: PlacedEntry) => void) | null;
};

/** An entry on its day; what lies ahead can be dragged to another one, or moved from its menu. */
export function EntryCard({ entry, timeZone, onMove }: EntryCardProps): ReactElement {
  const movable = onMove !== null;
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: entryId(entry),
    data: { entry },
    disabled: !movable,
  });
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      {...(transform && { style: { transform: `translate(${String(transform.x)}px, ${String(transform.y)}px)` } })}
      className={classNames(
        "gap-1 rounded border-line bg-raised px-1.5 py-1 text-sm flex items-start border border-l-4",
        kindWords[entry.kind].look,
        movable && "cursor-grab touch-manipulation",
        isDragging && "shadow-raised relative z-20 cursor-grabbing",
      )}
    >
      <EntryWords entry={entry} timeZone={timeZone} />
      {onMove && <EntryMenu entry={entry} onMove={onMove} />}
    </div>
  );
}

/** When and what; the headline leads to the article. */
export function EntryWords({ entry, timeZone }: { entry: PlacedEntry; timeZone: string }): ReactElement {
  return (
    <div className="min-w-0 flex-1">
      <p className="text-xs text-quiet">
        <time dateTime={entry.at.toISOString()} className="font-semibold tabular-nums">
          {timeOfDay(entry.at, timeZone)}
        </time>{" "}
        {kindWords[entry.kind].label}
      </p>
      <Link
        href={deskArticlePath(entry.articleId)}
        // The link's own dragging would begin instead of the card's.
        draggable={false}
        className="line-clamp-3 wrap-anywhere hover:underline"
      >
        {entry.headline || "Without a headline"}
      </Link>
    </div>
  );
}

type EntryMenuProps = { entry: PlacedEntry; onMove: (entry: PlacedEntry) => void };

/** The way of moving that needs no mouse. */
export function EntryMenu({ entry, onMove }: EntryMenuProps): ReactElement {
  const router = useRouter();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Actions for ${entryName(entry)}`}
          className="size-6 rounded hover:bg-sunken inline-flex shrink-0 items-center justify-center"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    >
      <MenuItem
        onSelect={() => {
          onMove(entry);
        }}
      >
        Move to…
      </MenuItem>
      <MenuItem
        onSelect={() => {
          router.push(deskArticlePath(entry.articleId));
        }}
      >
        Open the article
      </MenuItem>
    </Menu>
  );
}
