"use client";
import { useEffect, useState } from "react";
import { deskMediaStretchPath } from "@/lib/desk-urls";
import type { LibraryPicture } from "@/lib/media/types";

type Answer = { items: LibraryPicture[]; next: string | null };
type Question = { q: string; cursor: string };

/** How long nobody must type before the library is asked, in milliseconds. */
const patience = 250;
const problemWords = "The library could not be read. Check your connection and try again.";

export type LibraryStretch = {
  pictures: LibraryPicture[];
  status: "loading" | "ready" | "failed";
  /** What to tell when it failed. */
  problem: string | null;
  /** Asks for what comes next; null when there is no more. */
  more: (() => void) | null;
  retry: () => void;
  /** Puts a picture that was just uploaded first. */
  add: (picture: LibraryPicture) => void;
};

/**
 * The library as a list that grows, for the picker.
 * @param q words that are searched for
 * @param active nothing is asked for before it is true
 */
export function useLibraryStretch(q: string, active: boolean): LibraryStretch {
  const [question, setQuestion] = useState<Question>({ q, cursor: "" });
  const [pictures, setPictures] = useState<LibraryPicture[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [status, setStatus] = useState<LibraryStretch["status"]>("loading");
  useEffect(() => {
    if (!active) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        ask(question, asking.signal).then(
          (answer) => {
            setPictures((before) => (question.cursor === "" ? answer.items : merged(before, answer.items)));
            setNext(answer.next);
            setStatus("ready");
          },
          () => {
            if (!asking.signal.aborted) setStatus("failed");
          },
        );
      },
      question.q === "" || question.cursor !== "" ? 0 : patience,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [question, active]);
  const change = (changed: Question): void => {
    setStatus("loading");
    setQuestion(changed);
  };
  if (q !== question.q) change({ q, cursor: "" });
  return {
    pictures,
    status,
    problem: status === "failed" ? problemWords : null,
    more:
      next === null
        ? null
        : () => {
            change({ q, cursor: next });
          },
    retry: () => {
      change({ ...question });
    },
    add: (picture) => {
      setPictures((before) => [picture, ...before.filter(({ id }) => id !== picture.id)]);
    },
  };
}

async function ask({ q, cursor }: Question, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(deskMediaStretchPath({ q, cursor }), {
    signal,
    headers: { Accept: "application/json" },
  });
  if (!response.ok) throw new Error(`The library answered ${String(response.status)}`);
  return (await response.json()) as Answer;
}

/** A picture that was uploaded meanwhile stands at the top already. */
function merged(before: LibraryPicture[], more: LibraryPicture[]): LibraryPicture[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...more.filter(({ id }) => !known.has(id))];
}
