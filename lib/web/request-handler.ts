/**
 * Everything between the socket and Next: health, one address a thing, a request's identity and account, and the
 * finishing of what Next rendered.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { steadyMilliseconds } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { runWithRequest, type RequestContext } from "@/lib/request-context";
import { judgeAddress } from "./address";
import { clientAddress } from "./client-address";
import { collectResponse, type CollectedResponse } from "./collect-response";
import { compress, isCompressible, negotiateEncoding } from "./compression";
import { guardDesk } from "./desk-policy";
import { errorPage, errorPageStyle, type ErrorPageStatus } from "./error-page";
import { answerHealth } from "./health";
import { withoutFrameworkScripts } from "./script-free";
import { guardAnswer, guardErrorPage, guardReaderPage } from "./security-headers";

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Seconds after which a client may ask again while the database is gone. */
const retryAfter = 10;
/** Files under /assets carry the hash of their content in their name. */
const forever = "public, max-age=31536000, immutable";
/** Reader pages take no input but their address. */
const readingMethods = new Set(["GET", "HEAD"]);
/** An address that no page has: it shows the site's own 404. */
const missingPath = "/no-such-page";
/** Drafts that somebody without an account was given a link to. */
const previewPrefix = "/preview/";
/** Pages that are React applications in the browser keep their scripts. */
const applicationPrefixes = ["/admin", "/api/auth"];

/** @param development keeps Next's scripts, which its hot reloading needs */
export function createRequestHandler(next: NextHandler, development: boolean) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const context: RequestContext = {
      url: request.url ?? "/",
      address: clientAddress(request, env().TRUSTED_PROXIES),
      id: requestId(request),
      sqlStatements: 0,
      sqlMilliseconds: 0,
      databaseUnavailable: false,
      status: null,
    };
    const started = steadyMilliseconds();
    response.setHeader("X-Request-Id", context.id);
    response.on("close", () => {
      const { sqlStatements, sqlMilliseconds } = context;
      log().debug(
        {
          requestId: context.id,
          method: request.method,
          url: request.url,
          status: response.statusCode,
          milliseconds: Math.round(steadyMilliseconds() - started),
          sqlStatements,
          sqlMilliseconds: Math.round(sqlMilliseconds),
        },
        "request",
      );
    });
    runWithRequest(context, () => {
      answer(request, response, { next, development, context, started }).catch((error: unknown) => {
        fail(response, context, error);
      });
    });
  };
}

type Answering = { next: NextHandler; development: boolean; context: RequestContext; started: number };

async function answer(request: IncomingMessage, response: ServerResponse, state: Answering): Promise<void> {
  if (await answerHealth(request, response)) return;
  const verdict = judgeAddress(request.url ?? "/");
  if (verdict.kind === "bad") {
    sendErrorPage(response, state.context, 400);
    return;
  }
  if (verdict.kind === "redirect") {
    sendRedirect(response, { status: 301, location: verdict.location, cacheControl: "public, max-age=3600" });
    return;
  }
  if (isApplication(request)) guardDesk(request, response, state.development);
  if (isApplication(request) || prepareReaderRequest(request, response, state)) {
    collectResponse(response, (collected) => {
      finish(request, response, collected, state).catch((error: unknown) => {
        fail(response, state.context, error);
      });
    });
    await state.next(request, response);
  }
}

/** Lets through what a reader page can answer. @returns false when the request is refused, and answered */
function prepareReaderRequest(request: IncomingMessage, response: ServerResponse, state: Answering): boolean {
  guardAnswer(response);
  if (!readingMethods.has(request.method ?? "GET")) {
    response.setHeader("Allow", "GET, HEAD");
    sendErrorPage(response, state.context, 405);
    return false;
  }
  if ((request.url ?? "").startsWith(previewPrefix)) keepPrivate(response);
  if (!state.development) {
    forgetClientRouter(request);
    if (isFrameworkAddress(request.url ?? "")) request.url = missingPath;
  }
  return true;
}

/** A link to a draft is a secret: no cache keeps its page, no search engine lists it, no other site is told of it. */
function keepPrivate(response: ServerResponse): void {
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("X-Robots-Tag", "noindex, nofollow");
  response.setHeader("Referrer-Policy", "no-referrer");
}

async function finish(
  request: IncomingMessage,
  response: ServerResponse,
  collected: CollectedResponse,
  { development, context, started }: Answering,
): Promise<void> {
  const status = context.status ?? collected.status;
  if (status >= 500 && !development) {
    sendErrorPage(response, context, context.databaseUnavailable ? 503 : 500);
    return;
  }
  if (context.location !== undefined) {
    // Editors change these; a browser that remembered an old one could be sent in a circle.
    sendRedirect(response, { status, location: context.location, cacheControl: "no-cache" });
    return;
  }
  response.statusCode = status;
  if (isHashedAsset(request, status)) response.setHeader("Cache-Control", forever);
  if (env().SERVER_TIMING) response.setHeader("Server-Timing", serverTiming(context, started));
  const isReaderPage = collected.contentType.startsWith("text/html") && !isApplication(request);
  const body = isReaderPage && !development ? finishedPage(response, collected.body) : collected.body;
  await send(request, response, body, collected.contentType);
}

function isHashedAsset(request: IncomingMessage, status: number): boolean {
  return status === 200 && (request.url ?? "").startsWith("/assets/");
}

function serverTiming({ sqlMilliseconds, sqlStatements }: RequestContext, started: number): string {
  const render = (steadyMilliseconds() - started).toFixed(1);
  return `render;dur=${render}, sql;dur=${sqlMilliseconds.toFixed(1)};desc="${String(sqlStatements)}"`;
}

function finishedPage(response: ServerResponse, body: Buffer): Buffer {
  // Next tells browsers by header what to fetch early: fonts and styles are wanted, its scripts are not.
  const links = String(response.getHeader("Link") ?? "").split(/,\s*(?=<)/);
  const wanted = links.filter((link) => link !== "" && !/as="?script/.test(link));
  if (wanted.length > 0) response.setHeader("Link", wanted.join(", "));
  else response.removeHeader("Link");
  response.setHeader("Vary", "Accept-Encoding");
  guardReaderPage(response);
  return Buffer.from(withoutFrameworkScripts(body.toString("utf8")));
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  contentType: string,
): Promise<void> {
  let sent = body;
  if (isCompressible(contentType) && body.length > 0 && !response.hasHeader("Content-Encoding")) {
    const wanted = negotiateEncoding(request.headers["accept-encoding"]);
    const immutable = String(response.getHeader("Cache-Control") ?? "").includes("immutable");
    const compressed = await compress(body, wanted, immutable ? "asset" : "page");
    if (!response.hasHeader("Vary")) response.setHeader("Vary", "Accept-Encoding");
    if (compressed.encoding !== "identity") response.setHeader("Content-Encoding", compressed.encoding);
    sent = compressed.body;
  }
  response.removeHeader("Transfer-Encoding");
  if (response.statusCode !== 304 && response.statusCode !== 204 && request.method !== "HEAD") {
    response.setHeader("Content-Length", sent.length);
  }
  response.end(request.method === "HEAD" ? undefined : sent);
}

function sendRedirect(
  response: ServerResponse,
  { status, location, cacheControl }: { status: number; location: string; cacheControl: string },
): void {
  // What Next set for the page that is not sent.
  for (const name of ["Content-Type", "Link", "Vary", "Transfer-Encoding"]) response.removeHeader(name);
  response.statusCode = status;
  response.setHeader("Location", location);
  response.setHeader("Cache-Control", cacheControl);
  response.end();
}

function sendErrorPage(response: ServerResponse, context: RequestContext, status: ErrorPageStatus): void {
  const kept = new Set(["x-request-id", "allow"]);
  for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
  response.statusCode = status;
  if (status === 503) response.setHeader("Retry-After", retryAfter);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  guardErrorPage(response, errorPageStyle);
  // Node leaves the body out by itself when the request was HEAD.
  response.end(errorPage(status, context.id));
}

function fail(response: ServerResponse, context: RequestContext, error: unknown): void {
  log().error({ err: error, requestId: context.id }, "a request failed outside of any page");
  if (response.headersSent) response.destroy();
  else sendErrorPage(response, context, context.databaseUnavailable ? 503 : 500);
}

/** Asked with these headers, Next answers with data for its client-side router, which reader pages do not have. */
function forgetClientRouter(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (name === "rsc" || name.startsWith("next-")) Reflect.deleteProperty(request.headers, name);
  }
}

/** Addresses at which Next would answer with pages of its own. Its static files are not among them. */
function isFrameworkAddress(url: string): boolean {
  return /^\/(?:(?:404|500|_error|_not-found)(?:[/?]|$)|_next\/(?!static\/))/.test(url);
}

function isApplication({ url = "" }: IncomingMessage): boolean {
  const [path = ""] = url.split("?");
  return applicationPrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** The id a proxy in front gave, if it is one, else a new one. */
function requestId(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomBytes(8).toString("hex");
}
