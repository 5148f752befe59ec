/** What is known about the request being answered, from any depth of the call. Made by server.ts, one per request. */
import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";
import type { PageMarkup } from "./web/page-markup";

export type StreamEncoding = "gzip" | "identity";

export type RequestContext = {
  /** Path and query, as they were asked for. */
  url: string;
  /** Network address of who asks (lib/web/client-address.ts). */
  address: string;
  /** Printed in the log and on error pages. */
  id: string;
  sqlStatements: number;
  sqlMilliseconds: number;
  /** Set when a query failed because the database can't be reached: the answer becomes 503 instead of 500. */
  databaseUnavailable: boolean;
  /** Status a page asked for (Next lets pages set none but 404 and redirects); server.ts answers with it. */
  status: number | null;
  /** Where the answer sends the browser, when the status is a redirect that a page asked for. */
  location?: string;
  /** The answer is written piece by piece, in this encoding, and must not be held until it is complete. */
  streams?: StreamEncoding;
  /** Absent in development, where Next's hot reloading needs the page itself. */
  markup?: PageMarkup;
};

const storage = processWide("request-context", () => new AsyncLocalStorage<RequestContext>());

export function runWithRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The present request, or undefined outside one (boot, command line). */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Lets a page that renders normally answer with another status, for example 400 for a search that can't be run. */
export function setResponseStatus(status: number): void {
  const request = currentRequest();
  if (request) request.status = status;
}

/** Lets a page send the browser elsewhere with exactly this status, which Next's own redirects do not offer. */
export function setResponseRedirect(status: 301 | 302 | 308, location: string): void {
  const request = currentRequest();
  if (!request) return;
  request.status = status;
  request.location = location;
}

/**
 * Lets a long answer leave while it is still being made, instead of being finished as a whole. Its encoding is said here,
 * because Next takes the header away.
 */
export function passThrough(encoding: StreamEncoding): void {
  const request = currentRequest();
  if (request) request.streams = encoding;
}
