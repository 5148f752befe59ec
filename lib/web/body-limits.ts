/**
 * How much a request may bring, by address, decided before anybody reads it: one table. What is in a body, and nicer
 * words for a little too much, is the business of whoever reads it.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { maxUploadBytes } from "@/lib/media/limits";
import { log } from "@/lib/log";
import { errorPage } from "./error-page";

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Bytes of a JSON request to the desk; enough for anything but the text of an article. */
export const jsonBytes = 256 * kilobyte;
/** Bytes of an article while it is written. A text of 20,000 words with all its marks has some 400,000. */
export const workingCopyBytes = 5 * megabyte;
/** Bytes of a form of the desk: Next reads no more of a server action (its bodySizeLimit). */
const actionBytes = megabyte;
/** Bytes of a form that nobody has to be signed in for. */
const openFormBytes = 64 * kilobyte;
/** Above the limit of an upload, so that who is a little over it is told by how much, by the route itself. */
const uploadBytes = maxUploadBytes + megabyte;

/** Milliseconds for a body to arrive; a long one may take as long as a request may take (lib/web/http-server.ts). */
const bodyTimeout = 30_000;
/** Milliseconds during which the rest of a refused body is thrown away, so that its sender hears the answer. */
const lingering = 2_000;

type BodyLimit = { pattern: RegExp; bytes: number; /** May take longer than others. */ slow?: boolean };

/** The first that fits counts; an address that none fits takes no body. */
const bodyLimits: readonly BodyLimit[] = [
  { pattern: /^\/admin\/api\/media(\/\d+\/file)?$/, bytes: uploadBytes, slow: true },
  { pattern: /^\/admin\/api\/articles\/\d+\/working-copy$/, bytes: workingCopyBytes },
  { pattern: /^\/admin\/api\//, bytes: jsonBytes },
  {
    pattern:
      /^\/admin\/(sign-in|sign-out|second-factor|forgot-password|(first-administrator|invitation|reset-password)\/[^/]*)$/,
    bytes: openFormBytes,
  },
  { pattern: /^\/admin(\/|$)/, bytes: actionBytes },
  { pattern: /^\/api\/auth\//, bytes: openFormBytes },
];

/** A method that asks for something, and brings nothing (RFC 9110, section 9.3.1). */
const asking = new Set(["GET", "HEAD"]);

/**
 * @param url path and query, as they were sent
 * @returns bytes
 */
export function bodyLimit(method: string, url: string): { bytes: number; slow: boolean } {
  const [path = ""] = url.split("?");
  const found = asking.has(method) ? undefined : bodyLimits.find(({ pattern }) => pattern.test(path));
  return { bytes: found?.bytes ?? 0, slow: found?.slow ?? false };
}

/**
 * Lets a request through whose body is not too long, and watches one whose length nobody knows yet.
 * @returns false when it was refused, and answered with 413
 */
export function admitBody(request: IncomingMessage, response: ServerResponse): boolean {
  const declared = request.headers["content-length"];
  const chunked = request.headers["transfer-encoding"] !== undefined;
  if (!chunked && (declared === undefined || declared === "0")) return true;
  const { bytes, slow } = bodyLimit(request.method ?? "GET", request.url ?? "/");
  if ((chunked && bytes === 0) || Number(declared ?? 0) > bytes) {
    refuse(request, response);
    return false;
  }
  if (chunked) countChunks(request, response, bytes);
  if (!slow) watchTime(request);
  return true;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const id = randomBytes(8).toString("hex");
  log().debug({ requestId: id, method: request.method, url: request.url }, "a body too large for its address");
  const [body, type] = (request.url ?? "").startsWith("/admin/api/")
    ? [JSON.stringify({ error: { code: "too-large", message: "This is more than can be sent at once." } }), "json"]
    : [errorPage(413, id), "html"];
  response.writeHead(413, {
    "Content-Type": type === "json" ? "application/json" : "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Request-Id": id,
    Connection: "close",
  });
  // The answer first: a connection that is closed with bytes unread is reset, and the reset overtakes the answer.
  response.write(body);
  request.resume();
  const patience = setTimeout(finish, lingering);
  request.once("close", finish);
  request.once("end", finish);
  function finish(): void {
    clearTimeout(patience);
    response.end();
    if (!request.complete) request.socket.destroySoon();
  }
}

/** Counts at push(), by which the parser hands each piece over: listening to "data" would start the stream too early. */
function countChunks(request: IncomingMessage, response: ServerResponse, bytes: number): void {
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= bytes) return push(chunk, encoding);
    // Whoever reads the body has the response in hands; the socket is all that is left to answer on.
    if (!response.headersSent) {
      request.socket.write("HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
    log().debug({ method: request.method, url: request.url }, "a body too large for its address");
    request.socket.destroySoon();
    return false;
  };
}

function watchTime(request: IncomingMessage): void {
  const timer = setTimeout(() => {
    log().debug({ method: request.method, url: request.url }, "a body that took too long was cut off");
    request.socket.destroy();
  }, bodyTimeout);
  const done = (): void => {
    clearTimeout(timer);
  };
  request.once("end", done);
  request.once("close", done);
}
