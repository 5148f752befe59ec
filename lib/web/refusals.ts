/** What is said to who asks too often, or at a moment when everybody does. Needs no database and no React. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { sendErrorPage } from "./short-answers";

type Refusal = {
  reason: "too-often" | "busy";
  /** Seconds. */
  wait: number;
};

const words = { "too-often": "Too many requests. Try again in a moment.", busy: "The site is very busy." };

/** Answers 429 or 503 with Retry-After: a page for people, JSON for the scripts that asked for it. */
export function refuse(request: IncomingMessage, response: ServerResponse, { reason, wait }: Refusal): void {
  if (response.headersSent) return;
  const id = randomBytes(8).toString("hex");
  log().debug({ requestId: id, method: request.method, url: request.url, reason }, "refused");
  response.setHeader("X-Request-Id", id);
  const path = (request.url ?? "").split("?")[0] ?? "";
  const program = programs.find(({ pattern }) => pattern.test(path));
  if (program) sendJson(response, program.bodyOf(reason), { reason, wait });
  else sendErrorPage(response, { id }, reason === "busy" ? "busy" : 429, wait);
}

/** Who reads JSON at these addresses, and in which shape. */
const programs: readonly { pattern: RegExp; bodyOf: (reason: Refusal["reason"]) => unknown }[] = [
  { pattern: /^\/search\/suggestions$/, bodyOf: (reason) => ({ error: words[reason] }) },
  {
    pattern: /^\/admin\/api\//,
    bodyOf: (reason) => ({
      error: { code: reason === "busy" ? "unavailable" : "rate-limited", message: words[reason] },
    }),
  },
];

function sendJson(response: ServerResponse, value: unknown, { reason, wait }: Refusal): void {
  const body = JSON.stringify(value);
  response.writeHead(reason === "busy" ? 503 : 429, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Retry-After": wait,
  });
  response.end(body);
}
