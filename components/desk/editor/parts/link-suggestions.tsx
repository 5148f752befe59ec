"use client";
import { useEffect, useState, type ReactElement } from "react";

export type SuggestedArticle = { title: string; path: string };
/** Articles for typed words, the best first. */
export type SuggestArticles = (query: string, signal: AbortSignal) => Promise<readonly SuggestedArticle[]>;

type Props = { query: string; suggest: SuggestArticles; onChoose: (article: SuggestedArticle) => void };

/** Milliseconds without typing before the server is asked. */
const askDelay = 250;

/** Our own articles that go with what was typed, as buttons. Nothing while an address is typed. */
export function LinkSuggestions({ query, suggest, onChoose }: Props): ReactElement | null {
  const words = /^(?:[a-z]+:|\/|#)/i.test(query.trim()) ? "" : query.trim();
  const [found, setFound] = useState<{ words: string; articles: readonly SuggestedArticle[] }>({
    words: "",
    articles: [],
  });
  useEffect(() => {
    if (words.length < 2) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      suggest(words, abort.signal).then(
        (articles) => {
          if (!abort.signal.aborted) setFound({ words, articles: articles.slice(0, 6) });
        },
        () => {
          // Suggestions are a help: without them the address can still be typed.
          if (!abort.signal.aborted) setFound({ words, articles: [] });
        },
      );
    }, askDelay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, suggest]);
  if (words.length < 2 || found.articles.length === 0) return null;
  return (
    <ul aria-label="Our articles" className="rounded-md border-line p-1 border">
      {found.articles.map((article) => (
        <li key={article.path}>
          <button
            type="button"
            className="rounded px-2 py-1.5 hover:bg-sunken w-full text-left"
            onClick={() => {
              onChoose(article);
            }}
          >
            <span className="font-semibold block">{article.title}</span>
            <span className="text-sm text-quiet block break-all">{article.path}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
