import { cache } from "react";
import { SearchPageView } from "@/components/site/search-page-view";
import { SiteShell } from "@/components/site/site-shell";
import { parsePageNumber } from "@/lib/pagination";
import { setResponseStatus } from "@/lib/request-context";
import { findAnswer } from "@/lib/search/answer";
import { readQuery } from "@/lib/search/query-text";
import { pageMetadata } from "@/lib/seo/metadata";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { searchPath } from "@/lib/urls";
import { noSuchPage } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../reader-page";

type Parameters = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Parameters> };

/** Everything the address asks for. @throws AppError "not-found" for an impossible page or category */
const readSearch = cache(async (q: string | undefined, n: string, categorySlug: string | undefined) => {
  const query = readQuery(q);
  const page = parsePageNumber(n) ?? noSuchPage();
  const frame = await getSiteFrame();
  const category = frame.categories.find(({ slug }) => slug === categorySlug) ?? null;
  if ((categorySlug && !category) || (query.kind !== "query" && page > 1)) noSuchPage();
  const answer = query.kind === "query" ? await findAnswer(query, category?.id ?? null, page) : null;
  return { query, frame, category, answer };
});

async function searchOf({ searchParams }: Props): ReturnType<typeof readSearch> {
  const parameters = await searchParams;
  return readSearch(first(parameters, "q"), first(parameters, "page") ?? "1", first(parameters, "category"));
}

export const generateMetadata = readerMetadata(async (props: Props) => {
  const { query, frame } = await searchOf(props);
  return pageMetadata({
    siteName: frame.settings.name,
    title: query.kind === "query" ? `Search: ${query.text}` : "Search",
    description: "Search all articles of the magazine.",
    path: searchPath,
    noindex: true,
  });
});

export default readerPage(async (props: Props) => {
  const { query, frame, category, answer } = await searchOf(props);
  if (query.kind === "too-long") setResponseStatus(400);
  return (
    <SiteShell frame={frame} current={null}>
      <SearchPageView frame={frame} query={query} category={category} answer={answer} />
    </SiteShell>
  );
});

/** A parameter given several times counts once. */
function first(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return Array.isArray(value) ? value[0] : value;
}
