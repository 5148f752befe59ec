/** First parts of addresses that belong to the site itself and can be no category. */
const reserved = new Set([
  "admin",
  "api",
  "assets",
  "author",
  "media",
  "page",
  "preview",
  "search",
  "sitemap",
  "sitemaps",
  "social",
  "tag",
  "_next",
  "healthz",
  "readyz",
  "feed",
  "wp-content",
]);

export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug);
}
