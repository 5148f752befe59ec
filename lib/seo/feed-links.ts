/** The feeds that a page names in its head, so that feed readers find them. Pure. */
import { categoryPath, feedPath, homePath, type FeedFormat } from "@/lib/urls";
import { capitalized } from "./text";

/** A list that has feeds of its own. */
export type FeedList = {
  /** Of its first page. */
  path: string;
  name: string;
};

type FeedLink = { type: string; path: string; title: string };

/** Media types of discovery links: RSS Board's autodiscovery, RFC 4287 (7), JSON Feed 1.1. */
const formats = [
  { format: "rss", type: "application/rss+xml", name: "RSS" },
  { format: "atom", type: "application/atom+xml", name: "Atom" },
  { format: "json", type: "application/feed+json", name: "JSON Feed" },
] as const satisfies { format: FeedFormat; type: string; name: string }[];

/**
 * Format by format, the page's own list first and the whole site last. Feed readers offer them by their titles, so no two
 * are alike.
 */
export function feedLinks(siteName: string, own: readonly FeedList[]): FeedLink[] {
  const lists = [
    ...own.map(({ path, name }) => ({ path, title: `${siteName}: ${name}` })),
    { path: homePath, title: siteName },
  ];
  return formats.flatMap(({ format, type, name }) =>
    lists.map(({ path, title }) => ({ type, path: feedPath(path, format), title: `${title} (${name})` })),
  );
}

export function categoryFeed(category: { slug: string; name: string }): FeedList {
  return { path: categoryPath(category.slug), name: capitalized(category.name) };
}
