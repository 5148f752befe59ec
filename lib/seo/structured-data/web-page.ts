import type { AboutPage, ContactPage, SearchResultsPage, WebPage } from "schema-dts";
import { isoMoment } from "@/lib/dates";
import { fewestCrumbs } from "./breadcrumb-list";
import type { Crumb } from "@/lib/seo/crumbs";
import { absoluteUrl } from "@/lib/urls";
import type { DescribedSite } from "./described-site";
import { idOf, refer, websiteId, type Reference } from "./node-ids";

export type DescribedPage = { path: string; name: string; description?: string; crumbs: readonly Crumb[] };

type PageFacts = {
  "@id": string;
  url: string;
  name: string;
  description?: string;
  inLanguage: string;
  isPartOf: Reference;
  breadcrumb?: Reference;
};

/** What every page says of itself, whatever kind of page it is. */
export function pageFacts(site: DescribedSite, { path, name, description, crumbs }: DescribedPage): PageFacts {
  return {
    "@id": idOf(path, "webpage"),
    url: absoluteUrl(path),
    name,
    ...(description ? { description } : {}),
    inLanguage: site.language,
    isPartOf: refer(websiteId()),
    ...(crumbs.length >= fewestCrumbs ? { breadcrumb: refer(idOf(path, "breadcrumb")) } : {}),
  };
}

export type StaticPageKind = "AboutPage" | "ContactPage" | "WebPage";

/** The two pages that schema.org has words for are known by their address. */
export function staticPageKind(slug: string): StaticPageKind {
  if (slug === "about-us") return "AboutPage";
  return slug === "contact" ? "ContactPage" : "WebPage";
}

/** A static page, or the sitemap for people (which has no date). */
export function staticPage(
  site: DescribedSite,
  page: DescribedPage & { kind: StaticPageKind; modifiedAt: Date | null },
): AboutPage | ContactPage | WebPage {
  const date = page.modifiedAt ? { dateModified: isoMoment(page.modifiedAt, site.timeZone) } : {};
  return { "@type": page.kind, ...pageFacts(site, page), ...date };
}

export function searchResultsPage(site: DescribedSite, page: DescribedPage): SearchResultsPage {
  return { "@type": "SearchResultsPage", ...pageFacts(site, page) };
}
