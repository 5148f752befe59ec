import { absoluteUrl, newsSitemapPath, sitemapIndexPath } from "@/lib/urls";

export const dynamic = "force-dynamic";

/** Everything may be crawled but the desk. Search pages must stay crawlable, or nobody sees that they are noindex. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Disallow: /admin",
    "",
    `Sitemap: ${absoluteUrl(sitemapIndexPath)}`,
    `Sitemap: ${absoluteUrl(newsSitemapPath)}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
