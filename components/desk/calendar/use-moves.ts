"use client";
import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { moveToDay } from "@/lib/site-days";
import { toSiteTime } from "@/lib/site-time";
import { idle, type FormAction } from "@/lib/web/action-state";
import { withMoved, type PlacedEntry } from "./calendar-entry";

export type MoveAction = FormAction<string>;

type Moves = { entries: PlacedEntry[]; pending: boolean; toDay: (entry: PlacedEntry, day: string) => void };

/**
 * Entries that move at once and are put back when the server refuses.
 * @param given as the server has them
 */
export function useMoves(given: PlacedEntry[], timeZone: string, move: MoveAction | null): Moves {
  const [pending, start] = useTransition();
  const [entries, show] = useOptimistic(
    given,
    (shown: PlacedEntry[], { entry, at, day }: { entry: PlacedEntry; at: Date; day: string }) =>
      withMoved(shown, entry, { at, day }),
  );
  const toDay = (entry: PlacedEntry, day: string): void => {
    const at = moveToDay(entry.at, day, timeZone);
    if (!move || !at || day === entry.day) return;
    start(async () => {
      show({ entry, at, day });
      const state = await move(idle, moveForm(entry, toSiteTime(at, timeZone)));
      if (state.status === "done" && state.message) toast.success(state.message);
      if (state.status === "failed") toast.error(`“${entry.headline}” stays where it was. ${state.message}`);
    });
  };
  return { entries, pending, toDay };
}

function moveForm({ articleId, version, kind }: PlacedEntry, at: string): FormData {
  const form = new FormData();
  form.set("articleId", String(articleId));
  form.set("expectedVersion", String(version));
  form.set("kind", kind);
  form.set("at", at);
  return form;
}
