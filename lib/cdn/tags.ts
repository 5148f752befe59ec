/**
 * The names under which a cache in front (a CDN) keeps pages, so that a change can take exactly them away. Pages are sent with
 * them and purges name them, both from here. Pure.
 */
import { createHash } from "node:crypto";
import { familyOf, sitemapFamily } from "@/lib/page-cache/routes";
import { searchPath } from "@/lib/urls";

/** On every page, for changes that may show anywhere. */
export const siteTag = "site";

/**
 * Characters. Fastly takes 1,024 bytes (Surrogate-Key, "Limitations"), Cloudflare 1,024 characters (Purge cache by
 * cache-tags); others that read these headers take less: CloudFront 256, Akamai 128.
 */
const longestTag = 128;

/** Dropped with every change, as the page cache does: they list everything. */
const alwaysTouched = [sitemapFamily, searchPath];

/** More names than these are as good as all: one request takes the whole site away. */
const mostTags = 500;

/**
 * The headers that tell a CDN what a page is.
 * @param family as in lib/page-cache/routes.ts
 */
export function tagHeaders(family: string): [string, string][] {
  const tags = [tagOf(family), siteTag];
  return [
    ["Surrogate-Key", tags.join(" ")],
    ["Cache-Tag", tags.join(",")],
  ];
}

/**
 * What is to be purged when a change names `paths`.
 * @param paths of pages, each standing for its family; none means that anything may have changed
 */
export function touchedTags(paths: readonly string[]): string[] {
  if (paths.length === 0) return [siteTag];
  return mergedTags([...paths.map(familyOf), ...alwaysTouched].map(tagOf));
}

/** The same tags in one list, each once; the whole site when it is among them or when there are too many. */
export function mergedTags(tags: readonly string[]): string[] {
  const merged = new Set(tags);
  return merged.has(siteTag) || merged.size > mostTags ? [siteTag] : [...merged];
}

/**
 * Letters, digits and what else no header, list or CDN takes for its own; everything else percent-encoded, whether or not it
 * was. No family can be taken for the whole site: paths begin with a slash.
 */
function tagOf(family: string): string {
  const tag = decoded(family).replace(/[^A-Za-z0-9/._~-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  return tag.length > longestTag ? createHash("sha256").update(tag).digest("hex") : tag;
}

/** As it is when it can't be decoded. */
function decoded(family: string): string {
  try {
    return decodeURIComponent(family);
  } catch {
    return family;
  }
}
