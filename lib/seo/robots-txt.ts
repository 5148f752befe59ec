/** What /robots.txt says (RFC 9309). Pure. */

/** Said in the header of every answer of a site that is closed to search engines. */
export const closedToRobots = "noindex, nofollow";

/**
 * Everything may be crawled but the desk, its addresses for programs and links to drafts. Search pages must stay
 * crawlable, or nobody would see that they are not to be indexed.
 * @param site.closed nothing may be crawled: a copy of the site for trying things out
 * @param site.sitemaps absolute addresses
 */
export function robotsTxt({ closed, sitemaps }: { closed: boolean; sitemaps: readonly string[] }): string {
  if (closed) return "User-agent: *\nDisallow: /\n";
  const lines = ["/admin", "/api/", "/preview/"].map((path) => `Disallow: ${path}`);
  return ["User-agent: *", ...lines, "", ...sitemaps.map((address) => `Sitemap: ${address}`), ""].join("\n");
}
