import type { ReactElement } from "react";
import { CrisisHelp } from "@/components/richtext/crisis-help";
import type { HelplineView } from "@/lib/helplines/types";
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
type Answer = { results: PageOf<Hit> & { truncated: boolean }; corrected: string | null; danger: boolean };

type SearchPageViewProps = {
  frame: SiteFrame;
  query: QueryText;
  category: CategoryLink | null;
  /** Null when there was nothing to search for. */
  answer: Answer | null;
  /** For a search that sounds like danger. */
  helplines: readonly HelplineView[];
};

/** The search page in all its states: nothing asked, too much asked, found, not found. Help stands before all results. */
export function SearchPageView({ frame, query, category, answer, helplines }: SearchPageViewProps): ReactElement {
  const text = query.kind === "query" ? query.text : "";
  const found = answer !== null && answer.results.total > 0;
  return (
    <div className="wrap search-page">
      <PageIntro title={searchTitle(query, answer)} description={query.kind === "too-long" ? tooLong : undefined} />
      <SearchForm id="page-search" label="Search this site" value={text} category={category?.slug} large />
      {answer && <BeforeResults text={text} answer={answer} frame={frame} category={category} helplines={helplines} />}
      {answer && found && <Found answer={answer} text={text} category={category} timeZone={frame.settings.timeZone} />}
      {!found && (
        <WaysOn frame={frame}>
          {answer && <NothingFound text={text} category={category} danger={answer.danger} />}
        </WaysOn>
      )}
    </div>
  );
}

type BeforeResultsProps = Omit<SearchPageViewProps, "query" | "answer"> & { text: string; answer: Answer };

/** What stands between the form and the results. */
function BeforeResults({ text, answer, frame, category, helplines }: BeforeResultsProps): ReactElement {
  return (
    <>
      {answer.danger && (
        <div className="search-page__help prose">
          <CrisisHelp helplines={helplines} ordinal={1} />
        </div>
      )}
      <SearchFilter query={text} categories={frame.categories} current={category?.slug ?? null} />
    </>
  );
}

const tooLong = `A search can have at most ${String(longestQuery)} characters. A few words find more than a long sentence.`;

const advice =
  "No article has all of these words. Fewer or more general words often help, and the spelling may be worth a second look.";

const listeners =
  "We have no article in just these words. The people at the lines above are there to listen, whatever it is about, and " +
  "you need not know what to say.";

/** The words above the form. */
export function searchTitle(query: QueryText, answer: Answer | null): string {
  if (query.kind === "too-long") return "That is too much to search for";
  if (!answer || query.kind === "empty") return "Search the magazine";
  if (answer.results.total > 0) return `Results for “${answer.corrected ?? query.text}”`;
  // Somebody in danger is not told first that there is nothing for them.
  return answer.danger ? `You searched for “${query.text}”` : `No Result for “${query.text}”`;
}

type FoundProps = { answer: Answer; text: string; category: CategoryLink | null; timeZone: string };

function Found({ answer: { results, corrected, danger }, text, category, timeZone }: FoundProps): ReactElement {
  return (
    <div className="search-page__results">
      <p className="search-page__count">
        {corrected !== null && !danger && <>Nothing has “{text}” in it. </>}
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

type NothingFoundProps = { text: string; category: CategoryLink | null; danger: boolean };

function NothingFound({ text, category, danger }: NothingFoundProps): ReactElement {
  return (
    <div className="search-page__none">
      <p>{danger ? listeners : advice}</p>
      {category && (
        <p>
          You searched in <strong>{category.name}</strong> only.{" "}
          <a href={searchResultsPath({ q: text })}>Search all categories</a>
        </p>
      )}
    </div>
  );
}
