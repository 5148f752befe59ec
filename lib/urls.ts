/** Every address of the site is built here. Paths start with / and never end with one. */
import { articlePath } from "./article-path";
import { env } from "./env";

export { articlePath };

export const homePath = "/";
export const searchPath = "/search";
export const peopleSitemapPath = "/sitemap";
/** An address that no page has: it shows the site's own 404. */
export const missingPath = "/no-such-page";
export const sitemapIndexPath = "/sitemap.xml";
export const newsSitemapPath = "/news-sitemap.xml";
export const manifestPath = "/manifest.webmanifest";

/** @param name for example "articles-1" */
export function sitemapFilePath(name: string): string {
  return `/sitemaps/${name}.xml`;
}

export type FeedFormat = "rss" | "atom" | "json";

const feedFiles: Record<FeedFormat, string> = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" };

/** The feed of a list. @param listPath homePath, or what categoryPath, tagPath or authorPath give for its first page */
export function feedPath(listPath: string, format: FeedFormat): string {
  return `${listPath === homePath ? "" : listPath}/${feedFiles[format]}`;
}

/** The text of an article as Markdown, for programs. */
export function articleMarkdownPath(article: { categorySlug: string; slug: string }): string {
  return `${articlePath(article)}.md`;
}

/** `page` 1 is the bare path. */
function withPage(path: string, page: number): string {
  return page > 1 ? `${path}/page/${String(page)}` : path;
}

export function categoryPath(slug: string, page = 1): string {
  return withPage(`/${slug}`, page);
}

export function tagPath(slug: string, page = 1): string {
  return withPage(`/tag/${slug}`, page);
}

export function authorPath(slug: string, page = 1): string {
  return withPage(`/author/${slug}`, page);
}

export function staticPagePath(slug: string): string {
  return `/${slug}`;
}

/** The search page; empty parameters are left out. */
export function searchResultsPath(search: { q?: string; category?: string | null; page?: number }): string {
  const parameters = new URLSearchParams();
  if (search.q) parameters.set("q", search.q);
  if (search.category) parameters.set("category", search.category);
  if (search.page && search.page > 1) parameters.set("page", String(search.page));
  const query = parameters.toString();
  return query ? `${searchPath}?${query}` : searchPath;
}

/** Where an invited person chooses a password. @param token lower-case hexadecimal */
export function invitationPath(token: string): string {
  return `/admin/invitation/${token}`;
}

/** Where somebody with a link of a mail chooses a new password. */
export function passwordResetPath(token: string): string {
  return `/admin/reset-password/${token}`;
}

/** Where the first administrator of a new site makes their account. */
export function firstAdministratorPath(token: string): string {
  return `/admin/first-administrator/${token}`;
}

export type ImageFormat = "avif" | "webp" | "jpg";

/** One file of a picture. `key` is MediaView.key, `width` in pixels. */
export function mediaVariant(key: string, width: number, format: ImageFormat): string {
  return `/media/${key}/${String(width)}.${format}`;
}

/** A crop of a picture. `key` is MediaView.key, `name` one of MediaView.crops. */
export function mediaCrop(key: string, name: string): string {
  return `/media/${key}/${name}.jpg`;
}

/** A drawn card for link previews. Both parts as lib/seo/social-card.ts makes them. */
export function socialCardPath(signature: string, payload: string): string {
  return `/social/${signature}/${payload}.png`;
}

/** An absolute address on this site. */
export function absoluteUrl(path: string): string {
  return env().SITE_URL + path;
}

/** The preview of a working copy. @param token as lib/articles/preview-link.ts signs it */
export function previewPath(token: string): string {
  return `/preview/${token}`;
}
