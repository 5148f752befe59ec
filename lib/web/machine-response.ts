/** Answers for programs (feeds, sitemaps, text renditions): validators and 304, whole or as a stream. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { tagHeaders } from "@/lib/cdn/tags";
import { now } from "@/lib/clock";
import { familyOf } from "@/lib/page-cache/routes";
import { currentRequest, passThrough } from "@/lib/request-context";
import { takesGzip } from "./compression";
import { isNotModified, type Validators } from "./conditional";

/** Seconds for which crawlers and readers of feeds may keep an answer without asking. */
const fresh = "public, max-age=300";

type Described = {
  /** With its charset. */
  contentType: string;
  /** Further headers, for example Link. */
  headers?: Record<string, string>;
};

/**
 * An answer that is made as a whole; its ETag is a digest of it. server.ts compresses it.
 * @param lastModified the newest moment at which anything in it changed
 */
export function machineResponse(
  request: Request,
  { body, lastModified, ...described }: Described & { body: string; lastModified: Date },
): Response {
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const validators = { etag: `W/"${digest}"`, lastModified };
  return conditionalResponse(request, validators, described) ?? answer(body, validators, described);
}

/**
 * An answer that is written while it is read from the database, in constant memory, compressed on its way.
 * @param chunks is started only when a body is wanted: not for HEAD, not for 304
 */
export function streamedResponse(
  request: Request,
  { chunks, validators, ...rest }: Described & { chunks: () => AsyncIterable<string>; validators: Validators },
): Response {
  // The page cache, which tags what it keeps, does not see it.
  const described = { ...rest, headers: { ...rest.headers, ...tagsOfRequest() } };
  const ended = conditionalResponse(request, validators, described);
  if (ended) return ended;
  if (request.method === "HEAD") return answer(null, validators, described);
  const text = Readable.from(encoded(chunks()));
  // Gzip and not Brotli: programs that read sitemaps all take it, and a stream is compressed at every request.
  const zipped = takesGzip(request.headers.get("accept-encoding") ?? undefined);
  passThrough(zipped ? "gzip" : "identity");
  const body = zipped ? (text.compose(createGzip()) as Readable) : text;
  return answer(Readable.toWeb(body) as ReadableStream, validators, described);
}

function tagsOfRequest(): Record<string, string> {
  const [path] = (currentRequest()?.url ?? "").split("?");
  return path ? Object.fromEntries(tagHeaders(familyOf(path))) : {};
}

function conditionalResponse(request: Request, validators: Validators, described: Described): Response | null {
  if (!isNotModified(request.headers, validators, now())) return null;
  const { "Content-Type": _, ...headers } = headersOf(validators, described);
  return new Response(null, { status: 304, headers });
}

function answer(body: string | ReadableStream | null, validators: Validators, described: Described): Response {
  return new Response(body, { headers: headersOf(validators, described) });
}

function headersOf({ etag, lastModified }: Validators, { contentType, headers }: Described): Record<string, string> {
  return {
    "Content-Type": contentType,
    "Cache-Control": fresh,
    ETag: etag,
    "Last-Modified": lastModified.toUTCString(),
    // Next names headers of its own router here; server.ts then adds nothing to them.
    Vary: "Accept-Encoding",
    ...headers,
  };
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
