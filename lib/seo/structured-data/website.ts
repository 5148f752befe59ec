import type { SearchAction, WebSite, WithActionConstraints } from "schema-dts";
import { absoluteUrl, homePath, searchPath } from "@/lib/urls";
import type { DescribedSite } from "./described-site";
import { organizationId, refer, websiteId } from "./node-ids";

/**
 * The site. Its name is read from the home page, and the search belongs there and on no other page
 * (developers.google.com/search/docs/appearance/structured-data/sitelinks-searchbox); the other pages carry the node that
 * their own refer to.
 */
export function website({ name, description, language }: DescribedSite, on: "home" | "another page"): WebSite {
  const site: WebSite = {
    "@type": "WebSite",
    "@id": websiteId(),
    name,
    url: absoluteUrl(homePath),
    inLanguage: language,
    publisher: refer(organizationId()),
  };
  return on === "home" ? { ...site, description, potentialAction: searchAction() } : site;
}

function searchAction(): WithActionConstraints<SearchAction> {
  return {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${absoluteUrl(searchPath)}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
}
