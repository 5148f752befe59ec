/**
 * What every answer of the desk carries. Its pages are React applications: the one inline script that Next needs is let
 * through by a nonce that is new with every answer, and nothing else runs. Styles may stand inline, because the parts it
 * is built from place themselves so.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Next reads the nonce from this request header and gives it to every script it writes. */
const policyHeader = "content-security-policy";

/** @param development lets hot reloading evaluate code and open its socket */
export function guardDesk(request: IncomingMessage, response: ServerResponse, development: boolean): void {
  const policy = deskContentPolicy(randomBytes(16).toString("base64"), development);
  request.headers[policyHeader] = policy;
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("X-Robots-Tag", "noindex, nofollow");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "SAMEORIGIN");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

/** The Content-Security-Policy (Level 3) of the desk. @param nonce base64 */
export function deskContentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}
