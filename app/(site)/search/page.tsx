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

export const generateMetadata = readerMetadata(async ({ searchParams }: Props) => {
  const query = readQuery(first(await searchParams, "q"));
  const { settings } = await getSiteFrame();
  return pageMetadata({
    siteName: settings.name,
    title: query.kind === "query" ? `Search: ${query.text}` : "Search",
    description: "Search all articles of the magazine.",
    path: searchPath,
    noindex: true,
  });
});

export default readerPage(async ({ searchParams }: Props) => {
  const parameters = await searchParams;
  const query = readQuery(first(parameters, "q"));
  const page = parsePageNumber(first(parameters, "page") ?? "1") ?? noSuchPage();
  const frame = await getSiteFrame();
  const categorySlug = first(parameters, "category") ?? null;
  const category = frame.categories.find(({ slug }) => slug === categorySlug) ?? null;
  if (categorySlug && !category) noSuchPage();
  if (query.kind === "too-long") setResponseStatus(400);
  const answer = query.kind === "query" ? await findAnswer(query, category?.id ?? null, page) : null;
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
