/**
 * Asks the site's own handler for a page without a socket: for the page cache, which makes pages for many readers at
 * once, for none in particular, or in the background.
 */
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders, type RequestListener } from "node:http";
import { Socket } from "node:net";
import { env } from "@/lib/env";

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** What a page is sent with unless it says otherwise: Next marks all pages that are made at request time as private. */
const unlessSaid = "public, max-age=0, must-revalidate";

/**
 * @param handler answers as it would answer anybody: no cookie, no encoding, no condition comes with the request
 * @returns asks it for a path and query
 */
export function renderInProcess(handler: RequestListener): (target: string) => Promise<Answer> {
  return (target) =>
    new Promise((resolve, reject) => {
      const request = new IncomingMessage(new Socket());
      request.method = "GET";
      request.url = target;
      request.headers = { host: new URL(env().SITE_URL).host };
      request.push(null);
      const response = new CollectingResponse(request, resolve);
      response.on("error", reject);
      response.setHeader("Cache-Control", unlessSaid);
      handler(request, response);
    });
}

/** Keeps what is written to it, and gives it away at the end. */
class CollectingResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #give: (answer: Answer) => void;

  constructor(request: IncomingMessage, give: (answer: Answer) => void) {
    super(request);
    this.#give = give;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((argument) => typeof argument === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    // There is nobody to send them to.
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#keep(chunk, rest);
    return true;
  }

  override end(...given: unknown[]): this {
    const [chunk, ...rest] = given;
    if (this.writableEnded) return this;
    this.#keep(chunk, rest);
    this.#give({ status: this.statusCode, headers: { ...this.getHeaders() }, body: Buffer.concat(this.#chunks) });
    super.end();
    // As after the last byte left: what waits for it (logs, accounts) goes on.
    this.emit("close");
    return this;
  }

  #keep(chunk: unknown, rest: unknown[]): void {
    if (typeof chunk === "string") {
      const [encoding] = rest;
      this.#chunks.push(
        Buffer.from(chunk, typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8"),
      );
    } else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
    const callback = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
    if (callback) queueMicrotask(callback);
  }
}
