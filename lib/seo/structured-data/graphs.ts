/** One graph a page: the site, who publishes it, the way to the page, and the page with what it is about. */
import type { Graph, Thing } from "schema-dts";
import type { ArticleView } from "@/lib/publications/types";
import type { Crumb } from "@/lib/seo/crumbs";
import { homePath } from "@/lib/urls";
import { article, articlePage } from "./article";
import { breadcrumbList } from "./breadcrumb-list";
import { collectionPage, type ListedArticle } from "./collection-page";
import type { DescribedSite } from "./described-site";
import { organization } from "./organization";
import { profilePage, type Profiled } from "./profile-page";
import { searchResultsPage, staticPage, type DescribedPage, type StaticPageKind } from "./web-page";
import { website } from "./website";

/** @param items every article in the order of the page */
export function homeGraph(site: DescribedSite, items: readonly ListedArticle[]): Graph {
  const page = { path: homePath, name: site.name, description: site.description, crumbs: [], items };
  return graph([website(site, "home"), organization(site), collectionPage(site, page)]);
}

export function listGraph(site: DescribedSite, page: DescribedPage & { items: readonly ListedArticle[] }): Graph {
  return withFrame(site, page, [collectionPage(site, page)]);
}

export function profileGraph(site: DescribedSite, page: DescribedPage & { profiled: Profiled }): Graph {
  return withFrame(site, page, [profilePage(site, page)]);
}

export function staticPageGraph(
  site: DescribedSite,
  page: DescribedPage & { kind: StaticPageKind; modifiedAt: Date | null },
): Graph {
  return withFrame(site, page, [staticPage(site, page)]);
}

export function searchGraph(site: DescribedSite, page: DescribedPage): Graph {
  return withFrame(site, page, [searchResultsPage(site, page)]);
}

export function articleGraph(site: DescribedSite, view: ArticleView, path: string, crumbs: readonly Crumb[]): Graph {
  return withFrame(site, { path, crumbs }, [articlePage(site, view, crumbs), article(site, view)]);
}

function withFrame(site: DescribedSite, page: Pick<DescribedPage, "path" | "crumbs">, nodes: Thing[]): Graph {
  return graph([
    website(site, "another page"),
    organization(site),
    ...breadcrumbList(page.path, page.crumbs),
    ...nodes,
  ]);
}

function graph(nodes: Thing[]): Graph {
  return { "@context": "https://schema.org", "@graph": nodes };
}
