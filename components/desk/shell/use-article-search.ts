"use client";
import { useEffect, useState } from "react";
import { deskArticleSearchPath } from "@/lib/desk-urls";

export type FoundArticle = { id: number; headline: string };

/** Milliseconds of silence after which a search is sent. */
const patience = 180;

/** Articles of the desk that have these words; the answer to the latest question only. Empty below two letters. */
export function useArticleSearch(words: string): FoundArticle[] {
  const [found, setFound] = useState<{ words: string; articles: FoundArticle[] }>({ words: "", articles: [] });
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetch(deskArticleSearchPath(asked), { signal: abort.signal })
        .then(async (response) => {
          if (!response.ok) return;
          setFound({ words: asked, articles: (await response.json()) as FoundArticle[] });
        })
        // Without an answer the palette still goes everywhere else.
        .catch(() => undefined);
    }, patience);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  return asked.length < 2 ? [] : found.articles;
}
