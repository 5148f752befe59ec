/** Who in this process wants to know of a change that this process made, the moment it is committed. */
import { processWide } from "@/lib/process-wide";
import { rememberChange } from "./recent-changes";
import type { ContentChange } from "./types";

type Listener = (change: ContentChange) => void;

// Verbs run in Next's copy of the modules, the page cache in server.ts's.
const listeners = processWide("content-listeners", () => new Set<Listener>());

/** @returns stops it */
export function onOwnChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellListeners(change: ContentChange): void {
  rememberChange(change);
  for (const listener of listeners) listener(change);
}
