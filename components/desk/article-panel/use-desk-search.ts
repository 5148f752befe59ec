"use client";
import { useEffect, useState } from "react";
import { DeskAnswerError } from "./ask-desk";

/** Milliseconds of silence after which a search is sent. */
const patience = 150;

export type SearchAnswer<Item> = {
  items: Item[];
  /** Whether what is not there may be added, and the reason when not. Left out: it is not for adding. */
  adding?: { allowed: true } | { allowed: false; reason: string };
};

/** Must stay the same function between renders. */
export type DeskSearch<Item> = (words: string, signal: AbortSignal) => Promise<SearchAnswer<Item>>;

type Found<Item> = { words: string; answer: SearchAnswer<Item> | null; problem: string | null };

/** @returns the answer to exactly these words, or null while it is under way: nobody picks from a list for other words */
export function useDeskSearch<Item>(
  words: string,
  search: DeskSearch<Item>,
): { answer: SearchAnswer<Item> | null; problem: string | null } {
  const [found, setFound] = useState<Found<Item> | null>(null);
  const asked = words.trim();
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        search(asked, abort.signal).then(
          (answer) => {
            setFound({ words: asked, answer, problem: null });
          },
          (error: unknown) => {
            if (abort.signal.aborted) return;
            const message = error instanceof DeskAnswerError ? error.message : "The search did not work. Type again.";
            setFound({ words: asked, answer: null, problem: message });
          },
        );
      },
      asked === "" ? 0 : patience,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, search]);
  return found?.words === asked ? found : { answer: null, problem: null };
}
