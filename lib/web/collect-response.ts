/**
 * Holds an answer that Next writes until it is complete, so that it can be finished (status, scripts, compression)
 * before the first byte leaves. Pictures, other large binaries and streams pass through untouched.
 */
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { currentRequest } from "@/lib/request-context";
import { isCompressible } from "./compression";

export type CollectedResponse = { status: number; contentType: string; body: Buffer };

type Originals = Pick<ServerResponse, "write" | "end" | "writeHead" | "flushHeaders">;

export type Collector = {
  /** Gets the whole answer when its type is text. */
  onComplete: (collected: CollectedResponse) => void;
  /**
   * Asked once, before the first byte of an answer that would pass through. @returns true when it has answered instead:
   * what Next goes on writing is dropped
   */
  onPassing: () => boolean;
};

/**
 * Takes over `response`. When one of the functions is called, the original methods are back in place and nothing was sent.
 */
export function collectResponse(response: ServerResponse, { onComplete, onPassing }: Collector): void {
  const originals: Originals = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const chunks: Buffer[] = [];
  let fate: "held" | "passing" | "dropped" = "held";

  const restore = (): void => {
    Object.assign(response, originals);
  };
  const decide = (): typeof fate => {
    if (fate !== "held" || chunks.length > 0 || isCollectable(response)) return fate;
    restore();
    fate = "passing";
    if (onPassing()) {
      fate = "dropped";
      Object.assign(response, { write, end, flushHeaders: () => undefined });
    }
    return fate;
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
    const decided = decide();
    if (decided === "passing") return originals.write(chunk, encoding as never, callback as never);
    if (decided === "held") keep(chunk, encoding);
    callLast(encoding, callback);
    return true;
  };
  const end = (chunk?: unknown, encoding?: unknown, callback?: unknown): ServerResponse => {
    const decided = decide();
    if (decided === "passing") return originals.end(chunk as never, encoding as never, callback as never);
    callLast(chunk, encoding, callback);
    if (decided === "dropped") return response;
    keep(chunk, encoding);
    restore();
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
