"use client";
import { useSyncExternalStore } from "react";

const storageKey = "desk-article-panel";
const atFirst = ["address", "summary"];

const listeners = new Set<() => void>();
/** For browsers that keep nothing. */
let remembered: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(storageKey) ?? remembered;
  } catch {
    return remembered;
  }
}

function write(sections: readonly string[]): void {
  remembered = sections.join(" ");
  try {
    localStorage.setItem(storageKey, remembered);
  } catch {
    // Then it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The sections that are open, kept in this browser; and what changes them. */
export function useOpenSections(): [string[], (sections: string[]) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => null);
  return [kept === null ? atFirst : kept.split(" ").filter((name) => name !== ""), write];
}
