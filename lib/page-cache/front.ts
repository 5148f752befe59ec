/** Puts the cache before a handler. */
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { judgeAddress } from "@/lib/web/address";
import type { Admit } from "@/lib/web/admission";
import { respelled, sendRedirect } from "@/lib/web/short-answers";
import type { PageCache } from "./page-cache";
import { routeOf, type Route } from "./routes";
import { sendPage, sendRendered } from "./send";

type Passing = {
  /** Name of the cookie of people who work at the desk: they see pages past the cache. */
  sessionCookie: string;
  /** Whether a request was sent to another origin than the site's, and is to be sent on. */
  cameElsewhere: (headers: IncomingHttpHeaders) => boolean;
  /** Asked for everything that is not in memory; it answers itself what it does not let in. */
  admit: Admit;
};

/** @param handler answers what is not for the cache */
export function withPageCache(
  cache: PageCache,
  handler: RequestListener,
  { sessionCookie, cameElsewhere, admit }: Passing,
): RequestListener {
  return (request, response) => {
    const { url = "/" } = request;
    const isShared = isForEverybody(request, sessionCookie) && !cameElsewhere(request.headers);
    // Most addresses are their own key: those need no second look.
    if (isShared && cache.answerHit(request, response, url)) return;
    const route = isShared ? routeOf(url) : null;
    if (route && route.key !== url && cache.answerHit(request, response, route.key)) return;
    admit(request, response, () => {
      const moved = isShared && !route ? respelling(url) : null;
      if (route) answerLater(cache, route, { request, response, handler });
      else if (moved) redirectLater(cache, moved, { request, response, handler });
      else handler(request, response);
    });
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; handler: RequestListener };

function answerLater(cache: PageCache, route: Route, { request, response, handler }: Exchange): void {
  cache.find(route).then(
    (answer) => {
      // Whoever asked may have left while the page was made.
      if (response.destroyed) return;
      if (answer.kind === "page") sendPage(request, response, answer.page);
      else if (answer.kind === "send") sendRendered(request, response, answer.rendered);
      else handler(request, response);
    },
    (error: unknown) => {
      log().error({ err: error, page: route.key }, "the page cache failed; the page is made past it");
      handler(request, response);
    },
  );
}

/**
 * An address that is written otherwise than its page's, most often with tracking parameters: the page that is kept, or is
 * made to be kept, tells whether there is anything to be sent on to.
 */
function respelling(url: string): { target: string; route: Route } | null {
  const verdict = judgeAddress(url);
  const route = verdict.kind === "respell" ? routeOf(verdict.target) : null;
  return verdict.kind === "respell" && route ? { target: verdict.target, route } : null;
}

function redirectLater(
  cache: PageCache,
  { target, route }: { target: string; route: Route },
  { request, response, handler }: Exchange,
): void {
  cache.find(route).then(
    (answer) => {
      if (response.destroyed) return;
      if (answer.kind !== "page" || answer.page.status !== 200) handler(request, response);
      else sendRedirect(response, { status: 301, location: target, cacheControl: respelled });
    },
    (error: unknown) => {
      log().error({ err: error, page: route.key }, "the page cache failed; the address is resolved past it");
      handler(request, response);
    },
  );
}

function isForEverybody({ method, headers }: IncomingMessage, sessionCookie: string): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return headers.cookie === undefined || !headers.cookie.includes(sessionCookie);
}
