/** What answers to readers carry for their safety, in one place. The desk has its own (desk-policy.ts). */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { speculationRules } from "./speculation-rules";
import { themeScript } from "./theme-script";

/** Players of other sites, which readers load by a click (components/site/islands/players.ts). */
const players = ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://open.spotify.com"];

/** Seconds for which browsers come over https only, once they came over https. */
const strictTransport = 31_536_000;

const common: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

const ofPages: Record<string, string> = {
  "X-Frame-Options": "SAMEORIGIN",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Of everything that came over https. */
const ofHttps = { "Strict-Transport-Security": `max-age=${String(strictTransport)}` };

/** Of everything that is no page: feeds, sitemaps, files. What is set already stays. */
export function guardAnswer(response: ServerResponse): void {
  set(response, common);
  if (env().SITE_URL.startsWith("https:")) set(response, ofHttps);
}

/** Of reader pages. What is set already stays: pages that say more of themselves say it first. */
export function guardReaderPage(response: ServerResponse): void {
  guardAnswer(response);
  set(response, { ...ofPages, "Content-Security-Policy": readerPolicy });
}

/** What guardReaderPage() gives a page that says nothing of its own. @param siteUrl SITE_URL */
export function readerPageHeaders(siteUrl: string): Record<string, string> {
  const transport = siteUrl.startsWith("https:") ? ofHttps : {};
  return { ...common, ...transport, ...ofPages, "Content-Security-Policy": readerPolicy };
}

/** Of the page for when nothing else works, whose only style stands in it. */
export function guardErrorPage(response: ServerResponse, style: string): void {
  guardAnswer(response);
  set(response, {
    ...ofPages,
    "Content-Security-Policy": `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  });
}

/**
 * The Content-Security-Policy (Level 3) of reader pages: our own module, the script that chooses the colours before the
 * first paint and the speculation rules (by their hashes: a script that somebody brings into a page has another). Blurred placeholders and the boxes of advertisements are style attributes, which can't be hashed.
 */
export const readerPolicy = [
  "default-src 'none'",
  `script-src 'self' ${hashOf(themeScript)} ${hashOf(speculationRules)}`,
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  `frame-src ${players.join(" ")}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function set(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) if (!response.hasHeader(name)) response.setHeader(name, value);
}
