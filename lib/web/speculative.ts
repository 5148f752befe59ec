import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser asks ahead of a click that may never come. `Sec-Purpose` says "prefetch", with parameters for more than
 * that ("prefetch;prerender"); browsers from before it said `Purpose: prefetch`.
 */
export function isSpeculative(headers: IncomingHttpHeaders): boolean {
  return ["sec-purpose", "purpose"].some((name) => /^\s*prefetch\s*(?:;|$)/i.test(String(headers[name] ?? "")));
}
