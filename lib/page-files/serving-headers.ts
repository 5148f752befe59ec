/**
 * The headers that .deploy/nginx.conf sends with every page that it serves from a file. A page that has others gets no
 * file: it says more of itself (STAGING, SERVER_TIMING), or something is to keep it that nginx knows nothing of (a CDN).
 */
import { createHash } from "node:crypto";
import type { KeptPage } from "@/lib/page-cache/kept-page";
import { readerPageHeaders } from "@/lib/web/security-headers";

/** Of this answer and encoding, and what only caches in front that are told to purge understand. */
const apart = new Set(["etag", "content-length", "content-encoding", "surrogate-key", "cache-tag"]);

/** By lower-case name. @param siteUrl SITE_URL */
export function servingHeaders(siteUrl: string): Map<string, string> {
  const all = {
    ...readerPageHeaders(siteUrl),
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "public, max-age=0, must-revalidate",
    Vary: "Accept-Encoding",
  };
  return new Map(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * Part of the name of the folder that nginx.conf serves from: one that was not brought along with a change of the
 * headers finds no files, and asks the app. Strict-Transport-Security is left out, because nginx.conf sends it by scheme.
 */
export function headersDigest(): string {
  const lines = [...servingHeaders("http://any")].map(([name, value]) => `${name}: ${value}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex").slice(0, 8);
}

/** Whether a page has exactly these headers. @param expected by lower-case name */
export function hasHeaders({ variants }: KeptPage, expected: ReadonlyMap<string, string>): boolean {
  const { headers } = variants.identity;
  let met = 0;
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index]?.toLowerCase() ?? "";
    if (apart.has(name)) continue;
    if (expected.get(name) !== headers[index + 1]) return false;
    met += 1;
  }
  return met === expected.size;
}
