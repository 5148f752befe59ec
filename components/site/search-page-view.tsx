import type { ReactElement } from "react";
import type { PageOf } from "@/lib/pagination";
import type { ArticleCard } from "@/lib/publications/types";
import { longestQuery, type QueryText } from "@/lib/search/query-text";
import type { SnippetPart } from "@/lib/search/snippet";
import type { CategoryLink, SiteFrame } from "@/lib/site-frame/types";
import { searchResultsPath } from "@/lib/urls";
import { PageIntro } from "./page-intro";
import { Pagination } from "./pagination";
import { SearchFilter } from "./search-filter";
import { SearchForm } from "./search-form";
import { SearchHits } from "./search-hits";
import { WaysOn } from "./ways-on";

type Hit = ArticleCard & { snippet: readonly SnippetPart[] };
type Answer = { results: PageOf<Hit> & { truncated: boolean }; corrected: string | null };

type SearchPageViewProps = {
  frame: SiteFrame;
  query: QueryText;
  category: CategoryLink | null;
  /** Null when there was nothing to search for. */
  answer: Answer | null;
};

/** The search page in all its states: nothing asked, too much asked, found, not found. */
export function SearchPageView({ frame, query, category, answer }: SearchPageViewProps): ReactElement {
  const text = query.kind === "query" ? query.text : "";
  const found = answer !== null && answer.results.total > 0;
  return (
    <div className="wrap search-page">
      <PageIntro title={searchTitle(query, answer)} description={query.kind === "too-long" ? tooLong : undefined} />
      <SearchForm id="page-search" label="Search this site" value={text} category={category?.slug} large />
      {answer && <SearchFilter query={text} categories={frame.categories} current={category?.slug ?? null} />}
      {answer && found && <Found answer={answer} text={text} category={category} timeZone={frame.settings.timeZone} />}
      {!found && <WaysOn frame={frame}>{answer && <NothingFound text={text} category={category} />}</WaysOn>}
    </div>
  );
}

const tooLong = `A search can have at most ${String(longestQuery)} characters. A few words find more than a long sentence.`;

/** The words above the form. */
export function searchTitle(query: QueryText, answer: Answer | null): string {
  if (query.kind === "too-long") return "That is too much to search for";
  if (!answer || query.kind === "empty") return "Search the magazine";
  return answer.results.total > 0 ? `Results for “${answer.corrected ?? query.text}”` : `No Result for “${query.text}”`;
}

type FoundProps = { answer: Answer; text: string; category: CategoryLink | null; timeZone: string };

function Found({ answer: { results, corrected }, text, category, timeZone }: FoundProps): ReactElement {
  return (
    <div className="search-page__results">
      <p className="search-page__count">
        {corrected !== null && <>Nothing has “{text}” in it. </>}
        {countText(results)}
        {results.pages > 1 && `, page ${String(results.page)} of ${String(results.pages)}`}
      </p>
      <SearchHits hits={results.items} timeZone={timeZone} />
      <Pagination
        page={results.page}
        pages={results.pages}
        pathOf={(page) => searchResultsPath({ q: text, category: category?.slug, page })}
      />
    </div>
  );
}

function countText({ total, truncated }: { total: number; truncated: boolean }): string {
  if (truncated) return `The best ${total.toLocaleString("en-US")} of many articles`;
  return total === 1 ? "1 article" : `${total.toLocaleString("en-US")} articles`;
}

function NothingFound({ text, category }: { text: string; category: CategoryLink | null }): ReactElement {
  return (
    <div className="search-page__none">
      <p>
        No article has all of these words. Fewer or more general words often help, and the spelling may be worth a
        second look.
      </p>
      {category && (
        <p>
          You searched in <strong>{category.name}</strong> only.{" "}
          <a href={searchResultsPath({ q: text })}>Search all categories</a>
        </p>
      )}
    </div>
  );
}
