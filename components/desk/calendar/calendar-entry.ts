/** What stands in the calendar. Pure. */
import type { BadgeTone } from "@/components/ui/badge";

export type EntryKind = "published" | "updated" | "scheduled" | "scheduled-update" | "end";

export type PlacedEntry = {
  kind: EntryKind;
  at: Date;
  /** Of the site's calendar: "2026-11-24". */
  day: string;
  articleId: number;
  version: number;
  headline: string;
  path: string;
  movable: boolean;
};

export const kindWords: Record<EntryKind, { label: string; tone: BadgeTone; look: string }> = {
  published: { label: "Published", tone: "good", look: "border-l-good" },
  updated: { label: "Updated", tone: "plain", look: "border-l-line-strong" },
  scheduled: { label: "Scheduled", tone: "accent", look: "border-l-accent" },
  "scheduled-update": { label: "Update scheduled", tone: "accent", look: "border-l-accent border-dashed" },
  end: { label: "Ends", tone: "warn", look: "border-l-warn" },
};

/** An article can start and end in one month, so its id alone does not name an entry. */
export function entryId({ articleId, kind, at }: PlacedEntry): string {
  return `${String(articleId)}-${kind}-${String(at.getTime())}`;
}

/** How an entry is read out. */
export function entryName({ kind, headline }: PlacedEntry): string {
  return `${headline || "Without a headline"} (${kindWords[kind].label.toLowerCase()})`;
}

/** The entry at another moment; the others as they are. */
export function withMoved(
  entries: PlacedEntry[],
  moved: PlacedEntry,
  { at, day }: Pick<PlacedEntry, "at" | "day">,
): PlacedEntry[] {
  const id = entryId(moved);
  return entries
    .map((entry) => (entryId(entry) === id ? { ...entry, at, day } : entry))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.articleId - b.articleId);
}
