/**
 * Addresses of WordPress whose query names the thing ("/?p=12"). Pure.
 * Source: public query variables of WP (wp-includes/class-wp.php) that stand for something to read.
 */

/** Names that mean something on the front page only: elsewhere they are anybody's. */
const frontPageNames = [
  ...["p", "page_id", "attachment_id", "cat", "tag", "s", "author"],
  ...["name", "pagename", "category_name", "author_name"],
] as const;
const feedFormats = new Set(["feed", "rdf", "rss", "rss2", "atom", "json"]);

/** Whether an address of this form asks for something by its query, which our own addresses never do. @param path canonical */
export function hasLegacyQuery(path: string, query: string): boolean {
  if (query === "") return false;
  const parameters = new URLSearchParams(query);
  if (feedFormats.has(feedParameter(parameters))) return true;
  return path === "/" && frontPageNames.some((name) => parameters.has(name));
}

/** The format that "?feed=rss2" asks for, or "". */
export function feedParameter(parameters: URLSearchParams): string {
  return parameters.get("feed")?.toLowerCase() ?? "";
}

/** The query without what named the thing; the rest goes along. */
export function withoutLegacyNames(path: string, query: string): string {
  const dropped = new Set<string>(
    path === "/" ? [...frontPageNames, "feed", "post_type", "paged", "preview"] : ["feed"],
  );
  return query
    .split("&")
    .filter((part) => part !== "" && !dropped.has(part.split("=")[0] ?? ""))
    .join("&");
}
