/**
 * Names that outlive addresses: tag URIs (RFC 4151) of the site's host and the number of what they name. A new slug or
 * category keeps them, so no reader shows an article twice; another host makes other names.
 */
import type { FeedScope } from "@/lib/publications/queries/feed";

/** RFC 4151 wants a day on which the host was the publisher's. Never change it: all names would. */
const since = "2026";

/** @param siteUrl for example "https://example.org"; port and scheme do not count */
export function articleFeedId(siteUrl: string, articleId: number): string {
  return tagUri(siteUrl, `article/${String(articleId)}`);
}

/** The name of a feed, the same in all its formats and archives. */
export function feedId(siteUrl: string, scope: FeedScope): string {
  return tagUri(siteUrl, scope.kind === "site" ? "feed" : `feed/${scope.kind}/${String(scope.id)}`);
}

function tagUri(siteUrl: string, specific: string): string {
  return `tag:${new URL(siteUrl).hostname},${since}:${specific}`;
}
