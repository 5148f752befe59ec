import { SearchPageView, searchTitle } from "@/components/site/search-page-view";
import { SiteShell } from "@/components/site/site-shell";
import { listHelplines } from "@/lib/helplines/queries";
import type { HelplineView } from "@/lib/helplines/types";
import { parsePageNumber } from "@/lib/pagination";
import { setResponseStatus } from "@/lib/request-context";
import { findAnswer, type SearchAnswer } from "@/lib/search/answer";
import { readQuery } from "@/lib/search/query-text";
import { pageHead } from "@/lib/seo/page-head";
import { searchGraph } from "@/lib/seo/structured-data/graphs";
import type { CategoryLink, SiteFrame } from "@/lib/site-frame/types";
import { searchResultsPath } from "@/lib/urls";
import { noSuchPage } from "@/lib/web/or-not-found";
import { readerPage } from "../reader-page";
import { readFrame } from "../site-frame";

type Parameters = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Parameters> };

/** Everything the address asks for. @throws AppError "not-found" for an impossible page or category */
async function readSearch({ searchParams }: Props) {
  const parameters = await searchParams;
  const query = readQuery(first(parameters, "q"));
  const page = parsePageNumber(first(parameters, "page") ?? "1") ?? noSuchPage();
  const frame = await readFrame();
  const category = categoryOf(frame, first(parameters, "category"));
  if (query.kind !== "query" && page > 1) noSuchPage();
  const answer = query.kind === "query" ? await findAnswer(query, category?.id ?? null, page) : null;
  const helplines = await helplinesFor(answer);
  const text = query.kind === "query" ? query.text : undefined;
  const path = searchResultsPath({ q: text, category: category?.slug, page });
  return { query, frame, category, answer, helplines, path };
}

function categoryOf({ categories }: SiteFrame, slug: string | undefined): CategoryLink | null {
  if (!slug) return null;
  return categories.find((category) => category.slug === slug) ?? noSuchPage();
}

async function helplinesFor(answer: SearchAnswer | null): Promise<HelplineView[]> {
  return answer?.danger ? listHelplines() : [];
}

export default readerPage(async (props: Props) => {
  const { query, frame, category, answer, helplines, path } = await readSearch(props);
  const tooLong = query.kind === "too-long";
  if (tooLong) setResponseStatus(400);
  const name = searchTitle(query, answer);
  const head = pageHead({
    site: frame.settings,
    title: query.kind === "query" ? `Search: ${query.text}` : "Search",
    description: "Search all articles of the magazine.",
    path,
    noindex: true,
    cardTitle: "Search",
  });
  return (
    <SiteShell
      frame={frame}
      current={null}
      head={head}
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
