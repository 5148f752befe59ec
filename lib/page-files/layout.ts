/**
 * Where the files of a page are, so that nginx finds them by the request alone (.deploy/nginx.conf names the same):
 *
 *   pages/<headers>-<scheme>-<host>/<path>/index.html[.gz|.br]    what is served
 *   .unfinished/                                                  what is being written; renamed when it is whole
 *   .removed/                                                     what was taken away as a whole, and is being deleted
 *
 * A page is one of a scheme and host because every other is sent on to that one; and of the headers that belong to it
 * (serving-headers.ts). Pure.
 */
import path from "node:path";
import type { Encoding } from "@/lib/web/compression";
import { sitemapFamily, type Route } from "@/lib/page-cache/routes";

export const pagesFolder = "pages";
export const unfinishedFolder = ".unfinished";
export const removedFolder = ".removed";

/** Names of one page's files. */
export const fileNames: Record<Encoding, string> = {
  identity: "index.html",
  gzip: "index.html.gz",
  br: "index.html.br",
};

/** As nginx.conf has it: what needs no second look, and is the same name when it is decoded and encoded again. */
const servedPath = /^(?:\/|(?:\/(?:[a-z0-9_~-]|%[89A-F][0-9A-F])(?:[a-z0-9._~-]|%[89A-F][0-9A-F])*)+)$/;
/** Of file systems. Bytes. */
const longestName = 255;

/** @returns the folder of all pages of one site, under pagesFolder. @param siteUrl SITE_URL */
export function siteFolder(siteUrl: string, headersDigest: string): string {
  const { protocol, hostname } = new URL(siteUrl);
  return `${headersDigest}-${protocol.replace(":", "")}-${hostname}`;
}

/**
 * The folder of a page's files, from the site's folder.
 * @param key canonical path, as in lib/page-cache/routes.ts
 * @returns null when the page is none that is served from files: with a query, or of a name that is not safe
 */
export function pageFolder(key: string): string | null {
  if (!servedPath.test(key)) return null;
  const segments = key.split("/").slice(1).map(decoded);
  if (segments.some((name) => name === null || !isName(name))) return null;
  return path.join(...(segments as string[]));
}

/** The pages that a family's name stands for, and the folder of its further pages. */
export function familyFolders(family: string): { page: string; furtherPages: string } | null {
  // The one page among the sitemaps is that for people.
  const page = pageFolder(family === sitemapFamily ? "/sitemap" : family);
  return page === null ? null : { page, furtherPages: path.join(page, "page") };
}

/** Whether a change that names a page's family takes its files away: no other page may have any. */
export function isReachedByFamily({ key, family }: Pick<Route, "key" | "family">): boolean {
  const [folder, folders] = [pageFolder(key), familyFolders(family)];
  return folder !== null && (folder === folders?.page || path.dirname(folder) === folders?.furtherPages);
}

/** nginx takes escapes apart before it looks for a file. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function isName(name: string): boolean {
  return !name.startsWith(fileNames.identity) && Buffer.byteLength(name) <= longestName;
}
