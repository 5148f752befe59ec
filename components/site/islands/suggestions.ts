/** What /search/suggestions answers, and how the browser reads it. */
import { wordsOf } from "./highlight";

/** An article in the list under the search box. `href` is a path on this site. */
export type SuggestedArticle = { headline: string; href: string; category: string };

/** The answer's JSON. `all` leads to the page with every result. */
export type SuggestionsAnswer = { query: string; items: SuggestedArticle[]; all: string };

/** Fewer characters match half the magazine. */
const shortestText = 2;
/** Options in the list, "View All Result" not counted. */
const mostOptions = 6;

/** The words worth asking for, in lower case without accents; none when the text is too short. */
export function wordsToSuggestFor(typed: string): string[] {
  return typed.trim().length >= shortestText ? wordsOf(typed) : [];
}

/**
 * The articles of an answer. What does not look like one, or leads to another site, is left out.
 * @returns null when it is no answer at all, for example an error page of something in between
 */
export function readSuggestedArticles(answer: unknown): SuggestedArticle[] | null {
  if (!isRecord(answer) || !Array.isArray(answer["items"])) return null;
  return answer["items"].filter(isSuggestedArticle).slice(0, mostOptions);
}

function isSuggestedArticle(item: unknown): item is SuggestedArticle {
  return (
    isRecord(item) &&
    typeof item["headline"] === "string" &&
    typeof item["category"] === "string" &&
    typeof item["href"] === "string" &&
    /^\/(?![/\\])/.test(item["href"])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What a screen reader hears when the list appears or changes. */
export function announcement(count: number): string {
  if (count === 0) return "No Result";
  return count === 1 ? "1 suggestion" : `${String(count)} suggestions`;
}
