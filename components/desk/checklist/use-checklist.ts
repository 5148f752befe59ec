"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ArticleChecklist } from "@/lib/articles/checklist/types";
import { deskChecklistPath } from "@/lib/desk-urls";

/** Milliseconds after a save; somebody who types saves every second. */
const pause = 2_000;

export type LiveChecklist = {
  checklist: ArticleChecklist;
  /** The links are being asked. */
  checkingLinks: boolean;
  /** Why the last attempt brought nothing; what is shown then is older than the text. */
  problem: string | null;
  checkLinks: () => Promise<void>;
  refresh: () => Promise<void>;
};

/**
 * The checklist of the text as it was last saved: made anew on the server some moments after each save.
 * @param savedVersion the version that the server has
 */
export function useChecklist(initial: ArticleChecklist, savedVersion: number): LiveChecklist {
  const [checklist, setChecklist] = useState(initial);
  const [checkingLinks, setCheckingLinks] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(0);
  const path = deskChecklistPath(initial.articleId);
  const ask = useCallback(
    async (method: "GET" | "POST"): Promise<void> => {
      newest.current += 1;
      const turn = newest.current;
      const answer = await askDesk(path, method);
      // Answers may overtake each other; only the last question counts.
      if (turn !== newest.current) return;
      if (typeof answer !== "string") setChecklist(answer);
      setProblem(typeof answer === "string" ? answer : null);
    },
    [path],
  );
  const refresh = useCallback(() => ask("GET"), [ask]);
  const isStale = savedVersion !== checklist.version;
  useEffect(() => {
    if (!isStale) return undefined;
    const timer = setTimeout(() => void refresh(), pause);
    return () => {
      clearTimeout(timer);
    };
  }, [isStale, savedVersion, refresh]);
  const checkLinks = useCallback(async (): Promise<void> => {
    setCheckingLinks(true);
    await ask("POST");
    setCheckingLinks(false);
  }, [ask]);
  return { checklist, checkingLinks, problem, checkLinks, refresh };
}

/** @returns the checklist, or why there is none */
async function askDesk(path: string, method: "GET" | "POST"): Promise<ArticleChecklist | string> {
  try {
    const response = await fetch(path, { method });
    const answer = (await response.json()) as ArticleChecklist | { error: { message: string } };
    return "error" in answer ? answer.error.message : answer;
  } catch {
    return "The checklist can't be read just now. It is tried again with the next save.";
  }
}
