/** Which addresses are kept, under which key, and what belongs together when it is dropped. Pure. */
import { judgeAddress } from "@/lib/web/address";

/** Search pages have a share of the memory of their own: anybody can make up more of them. */
export type Part = "pages" | "search";

export type Route = {
  /** Canonical path, and the declared query parameters that were given, in their order here. */
  key: string;
  /** What a change names to drop this: a page's path stands for its further pages, feeds and text renditions too. */
  family: string;
  part: Part;
};

/** The family of everything that lists all addresses. It is dropped with every change. */
export const sitemapFamily = "sitemaps";

/** Longer addresses are nobody's link. Characters. */
const longestKey = 1_000;

/**
 * Never kept: applications, drafts, what answers while somebody types, what is a file of its own, and the sitemaps of
 * articles, which are streamed because they are too long to be held.
 */
const passing = [
  /^\/(?:admin|api|preview|assets|media|_next)(?:\/|$)/,
  /^\/(?:healthz|readyz|search\/suggestions)$/,
  /^\/sitemaps\/articles-/,
  /\.(?:avif|css|gif|ico|jpe?g|js|map|mjs|pdf|png|svg|webmanifest|webp|woff2?)$/,
];

const feed = /\/(?:feed\.xml|atom\.xml|feed\.json)$/;

/** The first that matches counts. Parameters that a route does not declare do not reach its page. */
const routes: { path: RegExp; parameters: readonly string[]; part: Part }[] = [
  { path: /^\/search$/, parameters: ["q", "category", "page"], part: "search" },
  { path: feed, parameters: ["archive"], part: "pages" },
  { path: /^/, parameters: [], part: "pages" },
];

/**
 * @param target path and query as they stand in the request line
 * @returns null when the request is not for the cache: not kept, or not the address under which a thing is kept
 */
export function routeOf(target: string): Route | null {
  if (judgeAddress(target).kind !== "serve") return null;
  const queryStart = target.indexOf("?");
  const path = queryStart === -1 ? target : target.slice(0, queryStart);
  if (passing.some((pattern) => pattern.test(path))) return null;
  const { parameters, part } = routes.find((route) => route.path.test(path)) ?? { parameters: [], part: "pages" };
  const key = path + (queryStart === -1 ? "" : declaredQuery(target.slice(queryStart + 1), parameters));
  return key.length > longestKey ? null : { key, family: familyOf(path), part };
}

function declaredQuery(query: string, declared: readonly string[]): string {
  if (declared.length === 0) return "";
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of declared) {
    const value = given.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept.toString()}` : "";
}

/** @param path without a query */
export function familyOf(path: string): string {
  if (/^\/(?:sitemap(?:\.xml)?$|sitemaps\/|news-sitemap\.xml$)/.test(path)) return sitemapFamily;
  return path.replace(feed, "").replace(/\/page\/\d+$|\.md$/, "") || "/";
}
