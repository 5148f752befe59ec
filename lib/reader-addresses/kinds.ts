/** What an address of ours names, by its form alone. Pure; the routes are those under app/(site). */
import { parsePageNumber } from "@/lib/pagination";
import { isReservedSlug } from "@/lib/reserved-slugs";
import {
  feedPath,
  homePath,
  newsSitemapPath,
  peopleSitemapPath,
  searchPath,
  sitemapIndexPath,
  type FeedFormat,
} from "@/lib/urls";

export type ReaderAddress =
  /** Always there. */
  | { kind: "home" | "fixed" }
  /** A category, or a static page, which has one page only. */
  | { kind: "top"; slug: string; page: number }
  | { kind: "tag" | "author"; slug: string; page: number }
  | { kind: "article"; categorySlug: string; slug: string }
  | { kind: "feed"; list: string };

const fixed = new Set([searchPath, peopleSitemapPath, sitemapIndexPath, newsSitemapPath, "/robots.txt"]);
const formats: FeedFormat[] = ["rss", "atom", "json"];
/** Their parts are digests and numbers of ours, never typed. */
const filePrefix = /^\/(?:media|assets|sitemaps)\//;

/** @param path canonical (lib/web/address.ts) @returns null when no page could have it */
export function readReaderAddress(path: string): ReaderAddress | null {
  if (path === homePath) return { kind: "home" };
  if (fixed.has(path) || filePrefix.test(path)) return { kind: "fixed" };
  const format = formats.find((one) => path.endsWith(feedPath(homePath, one)));
  if (format) return { kind: "feed", list: path.slice(0, -feedPath(homePath, format).length) || homePath };
  return readParts(path.split("/").slice(1));
}

function readParts(parts: readonly string[]): ReaderAddress | null {
  const isNumbered = parts.at(-2) === "page";
  const page = isNumbered ? parsePageNumber(parts.at(-1) ?? "") : 1;
  // The first page has no number in its address.
  if (page === null || (isNumbered && page === 1)) return null;
  return readNames(isNumbered ? parts.slice(0, -2) : parts, page);
}

function readNames([first = "", second, ...others]: readonly string[], page: number): ReaderAddress | null {
  if (others.length > 0 || first === "") return null;
  if (first === "tag" || first === "author") return second === undefined ? null : { kind: first, slug: second, page };
  if (isReservedSlug(first)) return null;
  if (second === undefined) return { kind: "top", slug: first, page };
  return page === 1 ? { kind: "article", categorySlug: first, slug: second } : null;
}
