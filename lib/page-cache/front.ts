/** Puts the cache before a handler. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import type { PageCache } from "./page-cache";
import { routeOf, type Route } from "./routes";
import { sendPage, sendRendered } from "./send";

/**
 * @param handler answers what is not for the cache
 * @param sessionCookie name of the cookie of people who work at the desk: they see pages past the cache
 */
export function withPageCache(cache: PageCache, handler: RequestListener, sessionCookie: string): RequestListener {
  return (request, response) => {
    const { url = "/" } = request;
    const isShared = isForEverybody(request, sessionCookie);
    // Most addresses are their own key: those need no second look.
    if (isShared && cache.answerHit(request, response, url)) return;
    const route = isShared ? routeOf(url) : null;
    if (!route) handler(request, response);
    else if (route.key === url || !cache.answerHit(request, response, route.key)) {
      answerLater(cache, route, { request, response, handler });
    }
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

function isForEverybody({ method, headers }: IncomingMessage, sessionCookie: string): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return headers.cookie === undefined || !headers.cookie.includes(sessionCookie);
}
