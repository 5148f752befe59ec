/**
 * Everything between the socket and Next: health, one address a thing, a request's identity and account, and the
 * finishing of what Next rendered.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { steadyMilliseconds } from "@/lib/clock";
import { env } from "@/lib/env";
import { answerKeyFile } from "@/lib/hooks/key-file";
import { log } from "@/lib/log";
import { runWithRequest, type RequestContext } from "@/lib/request-context";
import { closedToRobots } from "@/lib/seo/robots-txt";
import { missingPath } from "@/lib/urls";
import { judgeAddress, type AddressVerdict } from "./address";
import { clientAddress } from "./client-address";
import { collectResponse, type CollectedResponse } from "./collect-response";
import { compress, isCompressible, negotiateEncoding } from "./compression";
import { guardDesk } from "./desk-policy";
import { answerHealth } from "./health";
import { withPage, type PageMarkup } from "./page-markup";
import { withoutFrameworkScripts } from "./script-free";
import { guardAnswer, guardReaderPage } from "./security-headers";
import { respelled, sendErrorPage, sendRedirect } from "./short-answers";
import { cameByOtherOrigin } from "./site-origin";

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Files under /assets carry the hash of their content in their name. */
const forever = "public, max-age=31536000, immutable";
/** Editors change where addresses lead; a browser that remembered an old answer could be sent in a circle. */
const movable = "no-cache";
/** Reader pages take no input but their address. */
const readingMethods = new Set(["GET", "HEAD"]);
/** Drafts that somebody without an account was given a link to. */
const previewPrefix = "/preview/";
/** Pages that are React applications in the browser keep their scripts. */
const applicationPrefixes = ["/admin", "/api/auth"];

/**
 * @param renderMarkup turns a reader page into HTML (./page-markup.ts); null in development, where Next's hot reloading needs
 * its scripts and the page itself
 */
export function createRequestHandler(next: NextHandler, renderMarkup: PageMarkup["render"] | null) {
  const development = renderMarkup === null;
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = "GET", url = "/" } = request;
    const context: RequestContext = {
      url,
      address: clientAddress(request, env().TRUSTED_PROXIES),
      id: requestId(request),
      sqlStatements: 0,
      sqlMilliseconds: 0,
      databaseUnavailable: false,
      status: null,
      ...(renderMarkup && { markup: { render: renderMarkup, html: null } }),
    };
    const started = steadyMilliseconds();
    response.setHeader("X-Request-Id", context.id);
    if (env().STAGING) response.setHeader("X-Robots-Tag", closedToRobots);
    response.on("close", () => {
      const { sqlStatements, sqlMilliseconds } = context;
      log().debug(
        {
          requestId: context.id,
          method,
          url,
          status: response.statusCode,
          milliseconds: Math.round(steadyMilliseconds() - started),
          sqlStatements,
          sqlMilliseconds: Math.round(sqlMilliseconds),
        },
        "request",
      );
    });
    runWithRequest(context, () => {
      answer(request, response, { next, development, context, started, method, moved: null, origin: "" }).catch(
        (error: unknown) => {
          fail(response, context, error);
        },
      );
    });
  };
}

type Answering = {
  next: NextHandler;
  development: boolean;
  context: RequestContext;
  started: number;
  /** As it was asked; Next is asked with GET for HEAD, so that both get the same headers. */
  method: string;
  /** The right address, when the request came by another: what is there answers with a redirect, what is not there directly. */
  moved: string | null;
  /** What stands before a path in a redirect: SITE_URL when the request came by another origin. */
  origin: string;
};

async function answer(request: IncomingMessage, response: ServerResponse, state: Answering): Promise<void> {
  if (await answerHealth(request, response)) return;
  if (answerKeyFile(request, response)) return;
  const verdict = judgeAddress(request.url ?? "/");
  if (verdict.kind === "bad" || verdict.kind === "foreign") {
    sendErrorPage(response, state.context, verdict.kind === "bad" ? 400 : 404);
    return;
  }
  if (readingMethods.has(state.method)) noteRightAddress(request, state, verdict);
  const goesOn = isApplication(verdict.target)
    ? prepareDeskRequest(request, response, state)
    : prepareReaderRequest(request, response, { state, verdict });
  if (!goesOn) return;
  collectResponse(response, {
    onComplete: (collected) => {
      finish(request, response, collected, state).catch((error: unknown) => {
        fail(response, state.context, error);
      });
    },
    onPassing: () => answerInstead(response, state),
  });
  await state.next(request, response);
}

/** Where the request should have gone, if it came by another origin or another writing of its address. */
function noteRightAddress(
  { headers }: IncomingMessage,
  state: Answering,
  { kind, target }: Extract<AddressVerdict, { target: string }>,
): void {
  const { SITE_URL: siteUrl, TRUSTED_PROXIES: trustedProxies } = env();
  if (cameByOtherOrigin(headers, { siteUrl, trustedProxies })) state.origin = siteUrl;
  if (kind === "respell" || state.origin !== "") state.moved = state.origin + target;
}

/** What the desk has at an address depends on who asks, so its addresses are only put right. */
function prepareDeskRequest(request: IncomingMessage, response: ServerResponse, state: Answering): boolean {
  if (state.moved !== null) {
    sendRedirect(response, { status: 301, location: state.moved, cacheControl: respelled });
    return false;
  }
  guardDesk(request, response, state.development);
  return true;
}

/** Lets through what a reader page can answer. @returns false when the request is refused, and answered */
function prepareReaderRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { state, verdict }: { state: Answering; verdict: Extract<AddressVerdict, { target: string }> },
): boolean {
  guardAnswer(response);
  if (!readingMethods.has(state.method)) {
    response.setHeader("Allow", "GET, HEAD");
    sendErrorPage(response, state.context, 405);
    return false;
  }
  request.method = "GET";
  request.url = verdict.target;
  state.context.url = verdict.target;
  if (state.moved !== null) forgetConditions(request);
  if (verdict.target.startsWith(previewPrefix)) keepPrivate(response);
  if (!state.development) forgetClientRouter(request);
  // Next would answer with a page of its own, or with the front page.
  const isNone = verdict.kind === "look-up" || (!state.development && isFrameworkAddress(verdict.target));
  if (isNone) request.url = missingPath;
  return true;
}

/** Large answers are not held: what has another address, or is asked for its headers only, ends before the first byte. */
function answerInstead(response: ServerResponse, state: Answering): boolean {
  const { streams } = state.context;
  if (streams) {
    response.setHeader("Vary", "Accept-Encoding");
    if (streams !== "identity") response.setHeader("Content-Encoding", streams);
  }
  if (state.moved !== null && response.statusCode === 200) sendMoved(response, state.moved, state.context);
  else if (state.method === "HEAD") response.end();
  else return false;
  return true;
}

function sendMoved(response: ServerResponse, location: string, { url }: RequestContext): void {
  // A link to a draft is kept by nobody, not even wrongly written.
  const isPrivate = url.startsWith(previewPrefix);
  sendRedirect(response, { status: 301, location, cacheControl: isPrivate ? "private, no-store" : respelled });
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
  state: Answering,
): Promise<void> {
  const { development, context, started } = state;
  const status = context.status ?? collected.status;
  if (status >= 500 && !development && !hasWords(request, collected)) {
    sendFailure(response, context);
    return;
  }
  if (sentElsewhere(response, status, state)) return;
  response.statusCode = status;
  if (isHashedAsset(request, status)) response.setHeader("Cache-Control", forever);
  if (env().SERVER_TIMING) response.setHeader("Server-Timing", serverTiming(context, started));
  const isReaderPage = collected.contentType.startsWith("text/html") && !isApplication(request.url ?? "");
  const body = isReaderPage && !development ? finishedPage(response, collected.body, context) : collected.body;
  const acceptEncoding = request.headers["accept-encoding"];
  await send(response, { body, contentType: collected.contentType, acceptEncoding, withBody: state.method !== "HEAD" });
}

/** The desk's own scripts show editors the words of an error, which know better than a page for all cases what is lost. */
function hasWords({ url = "" }: IncomingMessage, { contentType }: CollectedResponse): boolean {
  return url.startsWith("/admin/api/") && contentType.startsWith("application/json");
}

/** Where the page says, or to the right way to ask for it. @returns false when it is to be shown here */
function sentElsewhere(response: ServerResponse, status: number, { context, moved, origin }: Answering): boolean {
  if (context.location !== undefined) {
    sendRedirect(response, { status, location: origin + context.location, cacheControl: movable });
    return true;
  }
  if (moved === null || status !== 200) return false;
  sendMoved(response, moved, context);
  return true;
}

function isHashedAsset(request: IncomingMessage, status: number): boolean {
  return status === 200 && (request.url ?? "").startsWith("/assets/");
}

function serverTiming({ sqlMilliseconds, sqlStatements }: RequestContext, started: number): string {
  const render = (steadyMilliseconds() - started).toFixed(1);
  return `render;dur=${render}, sql;dur=${sqlMilliseconds.toFixed(1)};desc="${String(sqlStatements)}"`;
}

function finishedPage(response: ServerResponse, body: Buffer, { markup }: RequestContext): Buffer {
  response.setHeader("Vary", "Accept-Encoding");
  guardReaderPage(response);
  const shell = withoutFrameworkScripts(body.toString("utf8"));
  return Buffer.from(markup ? withPage(shell, markup) : shell);
}

async function send(
  response: ServerResponse,
  {
    body,
    contentType,
    acceptEncoding,
    withBody,
  }: { body: Buffer; contentType: string; acceptEncoding: string | undefined; withBody: boolean },
): Promise<void> {
  let sent = body;
  if (isCompressible(contentType) && body.length > 0 && !response.hasHeader("Content-Encoding")) {
    const wanted = negotiateEncoding(acceptEncoding);
    const immutable = String(response.getHeader("Cache-Control") ?? "").includes("immutable");
    const compressed = await compress(body, wanted, immutable ? "asset" : "page");
    if (!response.hasHeader("Vary")) response.setHeader("Vary", "Accept-Encoding");
    if (compressed.encoding !== "identity") response.setHeader("Content-Encoding", compressed.encoding);
    sent = compressed.body;
  }
  response.removeHeader("Transfer-Encoding");
  if (response.statusCode !== 304 && response.statusCode !== 204) response.setHeader("Content-Length", sent.length);
  response.end(withBody ? sent : undefined);
}

function fail(response: ServerResponse, context: RequestContext, error: unknown): void {
  log().error({ err: error, requestId: context.id }, "a request failed outside of any page");
  if (response.headersSent) response.destroy();
  else sendFailure(response, context);
}

function sendFailure(response: ServerResponse, context: RequestContext): void {
  sendErrorPage(response, context, context.databaseUnavailable ? 503 : 500);
}

/** Asked with these headers, Next answers with data for its client-side router, which reader pages do not have. */
function forgetClientRouter(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (name === "rsc" || name.startsWith("next-")) Reflect.deleteProperty(request.headers, name);
  }
}

/** The question is where it is, not whether it is still the same. */
function forgetConditions(request: IncomingMessage): void {
  for (const name of ["if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range"]) {
    Reflect.deleteProperty(request.headers, name);
  }
}

/** Addresses at which Next would answer with pages of its own. Its static files are not among them. */
function isFrameworkAddress(url: string): boolean {
  return /^\/(?:(?:404|500|_error|_not-found)(?:[/?]|$)|_next\/(?!static\/))/.test(url);
}

function isApplication(url: string): boolean {
  const [path = ""] = url.split("?");
  return applicationPrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** The id a proxy in front gave, if it is one, else a new one. */
function requestId(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomBytes(8).toString("hex");
}
