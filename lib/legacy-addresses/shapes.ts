/**
 * What an address of a WordPress site asks for, by its form alone. Pure; whether we have it is for queries.ts to say.
 * Sources: the rewrite rules of WP (wp-includes/class-wp-rewrite.php), Yoast SEO's and core's names of sitemaps.
 */
import {
  authorPath,
  categoryPath,
  homePath,
  peopleSitemapPath,
  searchResultsPath,
  sitemapIndexPath,
  staticPagePath,
  tagPath,
  type FeedFormat,
} from "@/lib/urls";
import { parsePageNumber } from "@/lib/pagination";
import { feedParameter } from "./query";
import type { LegacyKind } from "./schema";
import { isUploadPath, uploadCandidates } from "./upload-names";

export type LegacyShape =
  /** There was something that we don't have at all: feeds of comments. */
  | { kind: "gone" }
  /** The same thing at an address of ours, if it has one. */
  | { kind: "address"; target: string }
  /** A row of the old database. */
  | { kind: "number"; kinds: readonly LegacyKind[]; legacyId: number }
  /** A file of a picture, under one of these names. */
  | { kind: "upload"; paths: string[] }
  /** The feed of a list; `list` may be an old address itself. */
  | { kind: "feed"; list: string; format: FeedFormat };

/** Posts, pages and attachments count together in WP. */
const postKinds = ["article", "page", "media"] as const;
/** RDF (RSS 1.0) is read by whatever reads RSS 2.0. */
const feedFormats: Record<string, FeedFormat> = {
  ...{ feed: "rss", rdf: "rss", rss: "rss", rss2: "rss", atom: "atom", json: "json" },
};
const largestId = 2_147_483_647;

/**
 * @param path canonical
 * @param query without its question mark
 * @returns null when the form says nothing
 */
export function legacyShape(path: string, query: string): LegacyShape | null {
  const parameters = new URLSearchParams(query);
  const format = feedFormats[feedParameter(parameters)];
  if (format) return shapeOfFeedQuery(path, parameters, format);
  return path === homePath ? shapeOfQuery(parameters) : shapeOfPath(path);
}

function shapeOfFeedQuery(path: string, parameters: URLSearchParams, format: FeedFormat): LegacyShape | null {
  if (path !== homePath) return { kind: "feed", list: path, format };
  parameters.delete("feed");
  const named = shapeOfQuery(parameters);
  if (!named) return { kind: "feed", list: homePath, format };
  // The feed of a single post is that of its comments.
  if (named.kind === "number" && named.kinds.includes("article")) return { kind: "gone" };
  return { kind: "feed", list: `/?${parameters.toString()}`, format };
}

function shapeOfQuery(parameters: URLSearchParams): LegacyShape | null {
  for (const name of ["p", "page_id", "attachment_id"]) {
    if (parameters.has(name)) return numbered(postKinds, parameters.get(name));
  }
  if (parameters.has("cat")) return numbered(["category"], parameters.get("cat"));
  if (parameters.has("author")) return numbered(["person"], parameters.get("author"));
  const words = parameters.get("s");
  if (words !== null) return address(searchResultsPath({ q: words }));
  const slugs: [string, (slug: string) => string][] = [
    ["tag", tagPath],
    ["category_name", categoryPath],
    ["author_name", authorPath],
    ["name", staticPagePath],
    ["pagename", staticPagePath],
  ];
  for (const [name, pathOf] of slugs) {
    const slug = parameters.get(name)?.split("/").at(-1);
    if (slug) return address(pathOf(slug));
  }
  return null;
}

function numbered(kinds: readonly LegacyKind[], text: string | null): LegacyShape | null {
  const legacyId = /^[1-9]\d{0,9}$/.test(text ?? "") ? Number(text) : 0;
  return legacyId > 0 && legacyId <= largestId ? { kind: "number", kinds, legacyId } : null;
}

function address(target: string): LegacyShape {
  return { kind: "address", target };
}

function shapeOfPath(path: string): LegacyShape | null {
  if (isUploadPath(path)) return { kind: "upload", paths: uploadCandidates(path) };
  if (/^\/(?:[a-z0-9_-]+-)?sitemap(?:_index|-index)?\d*\.xml(?:\.gz)?$|^\/wp-sitemap[a-z0-9_-]*\.xml$/.test(path)) {
    return address(sitemapIndexPath);
  }
  return shapeOfFeed(path) ?? shapeOfList(path) ?? shapeOfEnding(path);
}

function shapeOfFeed(path: string): LegacyShape | null {
  if (path === "/wp-commentsrss2.php") return { kind: "gone" };
  const file = /^\/wp-(feed|rdf|rss2?|atom)\.php$/.exec(path)?.[1];
  if (file) return { kind: "feed", list: homePath, format: feedFormats[file] ?? "rss" };
  const match = /^(.*?)(?:\/feed)?\/(feed|rdf|rss2?|atom)$|^(.*)\/feed\/json$|^()\/rss\.xml$/.exec(path);
  if (!match) return null;
  const list = match[1] ?? match[3] ?? "";
  if (list === "/comments") return { kind: "gone" };
  return { kind: "feed", list: list === "" ? homePath : list, format: feedFormats[match[2] ?? ""] ?? formatOf(path) };
}

function formatOf(path: string): FeedFormat {
  return path.endsWith("/json") ? "json" : "rss";
}

function shapeOfList(path: string): LegacyShape | null {
  const parts = path.split("/").slice(1);
  const number = parts.at(-2) === "page" ? parsePageNumber(parts.at(-1) ?? "") : 1;
  if (number === null) return null;
  const names = number === 1 ? parts : parts.slice(0, -2);
  if (names.length === 0) return address(peopleSitemapPath);
  const [base, ...below] = names;
  const last = below.at(-1);
  if (last === undefined) return null;
  // Below a parent category the last name is the category's own.
  if (base === "category") return address(categoryPath(decodeURIComponent(last), number));
  if (base === "search" && below.length === 1) return address(searchResultsPath({ q: decodeURIComponent(last) }));
  if (base === "archives" && below.length === 1) return numbered(postKinds, last);
  return null;
}

/** What was added to the address of the thing itself: an ending of static files, a page of comments, another rendition. */
function shapeOfEnding(path: string): LegacyShape | null {
  const bare = path
    .replace(/\.(?:html?|php)$/, "")
    .replace(/\/(?:index|amp|embed|trackback|comment-page-\d{1,6})$/, "");
  return bare === path ? null : address(bare === "" ? homePath : bare);
}
