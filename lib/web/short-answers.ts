/** Answers that are made without Next: redirects and error pages. */
import type { ServerResponse } from "node:http";
import type { RequestContext } from "@/lib/request-context";
import { errorPage, errorPageStyle, type ErrorPageKind } from "./error-page";
import { guardErrorPage } from "./security-headers";

/** Seconds after which a client may ask again while the database is gone. */
const retryAfter = 10;
/** How long a browser may keep that an address is written otherwise: what is there may move again. */
export const respelled = "public, max-age=3600";
/** What is right for every answer; all else was set for a page that is not sent. */
const kept = new Set(["x-request-id", "allow", "referrer-policy", "x-robots-tag"]);

/** Sends the client elsewhere, at once. @param location a path, or an absolute address of this site */
export function sendRedirect(
  response: ServerResponse,
  { status, location, cacheControl }: { status: number; location: string; cacheControl: string },
): void {
  forgetHeaders(response);
  response.statusCode = status;
  response.setHeader("Location", location);
  response.setHeader("Cache-Control", cacheControl);
  response.setHeader("Content-Length", 0);
  response.end();
}

/** The page for when there is no other. */
export function sendErrorPage(
  response: ServerResponse,
  context: Pick<RequestContext, "id">,
  kind: ErrorPageKind,
  /** Seconds; who is told to come back later is told when. */
  wait = retryAfter,
): void {
  forgetHeaders(response);
  const body = Buffer.from(errorPage(kind, context.id));
  response.statusCode = kind === "busy" ? 503 : kind;
  if (response.statusCode === 503 || kind === 429) response.setHeader("Retry-After", wait);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", body.length);
  guardErrorPage(response, errorPageStyle);
  // Node leaves the body out by itself when the request was HEAD.
  response.end(body);
}

function forgetHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
}
