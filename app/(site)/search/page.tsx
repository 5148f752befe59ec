import { cache } from "react";
import { SearchPageView, searchTitle } from "@/components/site/search-page-view";
import { SiteShell } from "@/components/site/site-shell";
import { listHelplines } from "@/lib/helplines/queries";
import type { HelplineView } from "@/lib/helplines/types";
import { parsePageNumber } from "@/lib/pagination";
import { setResponseStatus } from "@/lib/request-context";
import { findAnswer, type SearchAnswer } from "@/lib/search/answer";
import { readQuery } from "@/lib/search/query-text";
import { pageMetadata } from "@/lib/seo/metadata";
import { searchGraph } from "@/lib/seo/structured-data/graphs";
import { searchResultsPath } from "@/lib/urls";
import { noSuchPage } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../reader-page";
import { readFrame } from "../site-frame";

type Parameters = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Parameters> };

/** Everything the address asks for. @throws AppError "not-found" for an impossible page or category */
const readSearch = cache(async (q: string | undefined, n: string, categorySlug: string | undefined) => {
  const query = readQuery(q);
  const page = parsePageNumber(n) ?? noSuchPage();
  const frame = await readFrame();
  const category = frame.categories.find(({ slug }) => slug === categorySlug) ?? null;
  if ((categorySlug && !category) || (query.kind !== "query" && page > 1)) noSuchPage();
  const answer = query.kind === "query" ? await findAnswer(query, category?.id ?? null, page) : null;
  const helplines = await helplinesFor(answer);
  const text = query.kind === "query" ? query.text : undefined;
  const path = searchResultsPath({ q: text, category: category?.slug, page });
  return { query, frame, category, answer, helplines, path };
});

async function helplinesFor(answer: SearchAnswer | null): Promise<HelplineView[]> {
  return answer?.danger ? listHelplines() : [];
}

async function searchOf({ searchParams }: Props): ReturnType<typeof readSearch> {
  const parameters = await searchParams;
  return readSearch(first(parameters, "q"), first(parameters, "page") ?? "1", first(parameters, "category"));
}

export const generateMetadata = readerMetadata(async (props: Props) => {
  const { query, frame, path } = await searchOf(props);
  return pageMetadata({
    site: frame.settings,
    title: query.kind === "query" ? `Search: ${query.text}` : "Search",
    description: "Search all articles of the magazine.",
    path,
    noindex: true,
    cardTitle: "Search",
  });
});

export default readerPage(async (props: Props) => {
  const { query, frame, category, answer, helplines, path } = await searchOf(props);
  const tooLong = query.kind === "too-long";
  if (tooLong) setResponseStatus(400);
  const name = searchTitle(query, answer);
  return (
    <SiteShell
      frame={frame}
      current={null}
      graph={tooLong ? undefined : searchGraph(frame.settings, { path, name, crumbs: [] })}
    >
      <SearchPageView frame={frame} query={query} category={category} answer={answer} helplines={helplines} />
    </SiteShell>
  );
});

/** A parameter given several times counts once. */
function first(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return Array.isArray(value) ? value[0] : value;
}
