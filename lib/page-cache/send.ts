/** From memory to the socket: one header block, one buffer. This is the path that decides how fast the site is. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { nowMilliseconds } from "@/lib/clock";
import { matchesEntityTag } from "@/lib/web/conditional";
import { negotiateEncoding, type Encoding } from "@/lib/web/compression";
import { plainBody, variantIn, type KeptPage, type Rendered, type Variant } from "./kept-page";

/** Browsers send a handful of different texts; what they mean is worked out once. */
const negotiated = new Map<string, Encoding>();
const mostNegotiated = 200;

export function sendPage(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const made = page.variants[encoding];
  if (made) sendVariant(request, response, { page, variant: made });
  else sendWhenMade(request, response, { page, variant: variantIn(page, encoding) });
}

function sendVariant(
  request: IncomingMessage,
  response: ServerResponse,
  { page, variant }: { page: KeptPage; variant: Variant },
): void {
  if (page.status === 200 && isKnown(request.headers, variant.etag, page.lastModified)) {
    response.writeHead(304, variant.notModified);
    response.end();
    return;
  }
  if (request.method !== "HEAD" && variant.body === null) {
    sendWhenUnpacked(response, { page, variant });
    return;
  }
  response.writeHead(page.status, variant.headers);
  if (request.method === "HEAD") response.end();
  else response.end(variant.body);
}

function sendWhenMade(
  request: IncomingMessage,
  response: ServerResponse,
  { page, variant }: { page: KeptPage; variant: Promise<Variant> },
): void {
  variant.then(
    (made) => {
      if (!response.destroyed) sendVariant(request, response, { page, variant: made });
    },
    (error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    },
  );
}

/** An answer that is not kept, as it is. */
export function sendRendered(request: IncomingMessage, response: ServerResponse, rendered: Rendered): void {
  const { "transfer-encoding": _, ...headers } = rendered.headers;
  response.writeHead(rendered.status, { ...headers, "content-length": rendered.body.length });
  response.end(request.method === "HEAD" ? undefined : rendered.body);
}

function sendWhenUnpacked(response: ServerResponse, { page, variant }: { page: KeptPage; variant: Variant }): void {
  plainBody(page).then(
    (body) => {
      response.writeHead(page.status, variant.headers);
      response.end(body);
    },
    (error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    },
  );
}

function isKnown(headers: IncomingMessage["headers"], etag: string, lastModified: number): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags === etag || matchesEntityTag(tags, etag);
  const since = headers["if-modified-since"];
  // Dates know no parts of a second: one that is not over yet proves nothing (8.8.2.2).
  return since !== undefined && lastModified <= Date.parse(since) && lastModified < nowMilliseconds() - 1000;
}

function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = negotiated.get(accepted);
  if (known !== undefined) return known;
  const encoding = negotiateEncoding(accepted);
  if (negotiated.size < mostNegotiated) negotiated.set(accepted, encoding);
  return encoding;
}
