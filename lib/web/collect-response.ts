/**
 * Holds an answer that Next writes until it is complete, so that it can be finished (status, scripts, compression)
 * before the first byte leaves. Pictures, other large binaries and streams pass through untouched.
 */
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { currentRequest } from "@/lib/request-context";
import { isCompressible } from "./compression";

export type CollectedResponse = { status: number; contentType: string; body: Buffer };

type Originals = Pick<ServerResponse, "write" | "end" | "writeHead" | "flushHeaders">;

/**
 * Takes over `response`. After `onComplete` was called, the original methods are back in place and nothing was sent.
 * @param onComplete gets the whole answer when its type is text; is not called for answers that pass through
 */
export function collectResponse(response: ServerResponse, onComplete: (collected: CollectedResponse) => void): void {
  const originals: Originals = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const chunks: Buffer[] = [];
  let passing = false;

  const restore = (): void => {
    Object.assign(response, originals);
  };
  const passThrough = (): boolean => {
    if (!passing && chunks.length === 0 && !isCollectable(response)) {
      passing = true;
      restore();
    }
    return passing;
  };
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, bufferEncoding(encoding)));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  const writeHead = (
    status: number,
    reason?: string | OutgoingHttpHeaders,
    headers?: OutgoingHttpHeaders,
  ): ServerResponse => {
    response.statusCode = status;
    const given = typeof reason === "object" ? reason : headers;
    for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) response.setHeader(name, value);
    return response;
  };
  const write = (chunk: unknown, encoding?: unknown, callback?: unknown): boolean => {
    if (passThrough()) return originals.write(chunk, encoding as never, callback as never);
    keep(chunk, encoding);
    callLast(encoding, callback);
    return true;
  };
  const end = (chunk?: unknown, encoding?: unknown, callback?: unknown): ServerResponse => {
    if (passThrough()) return originals.end(chunk as never, encoding as never, callback as never);
    keep(chunk, encoding);
    restore();
    callLast(chunk, encoding, callback);
    onComplete({ status: response.statusCode, contentType: contentTypeOf(response), body: Buffer.concat(chunks) });
    return response;
  };
  Object.assign(response, { write, end, writeHead, flushHeaders: () => undefined });
}

function isCollectable(response: ServerResponse): boolean {
  if (currentRequest()?.streams) return false;
  const type = contentTypeOf(response);
  // No type: redirects, 304s and other answers without a body.
  return type === "" || isCompressible(type);
}

function contentTypeOf(response: ServerResponse): string {
  const value = response.getHeader("content-type");
  return typeof value === "string" ? value : "";
}

function bufferEncoding(value: unknown): BufferEncoding {
  return typeof value === "string" && Buffer.isEncoding(value) ? value : "utf8";
}

/** write() and end() take their callback in several places. */
function callLast(...candidates: unknown[]): void {
  const callback = candidates.findLast((candidate) => typeof candidate === "function") as (() => void) | undefined;
  if (callback) queueMicrotask(callback);
}
