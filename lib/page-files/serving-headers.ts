/**
 * The headers that .deploy/nginx.conf sends with every page that it serves from a file. A page that has others gets no
 * file: it says more of itself (STAGING, SERVER_TIMING), or something is to keep it that nginx knows nothing of (a CDN).
 */
import { createHash } from "node:crypto";
import type { KeptPage } from "@/lib/page-cache/kept-page";
import { readerPageHeaders } from "@/lib/web/security-headers";

/** What only caches in front that are told to purge understand. */
const apart = new Set(["surrogate-key", "cache-tag"]);

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
export function hasHeaders({ common }: KeptPage, expected: ReadonlyMap<string, string>): boolean {
  const said = common
    .map(([name, value]) => ({ name: name.toLowerCase(), value }))
    .filter(({ name }) => !apart.has(name));
  return said.length === expected.size && said.every(({ name, value }) => expected.get(name) === value);
}
