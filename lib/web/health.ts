/** /healthz: the process is up. /readyz: it can serve, that is, the database answers and has every migration. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { pendingMigrations } from "@/lib/db/migrations";

const state = processWide("health", () => ({ draining: false, warming: false }));

/** From now on /readyz says no, so that a load balancer sends no more requests here. */
export function startDraining(): void {
  state.draining = true;
}

/** Until warming ends, /readyz says no: the first readers would wait for pages that are about to be there. */
export async function whileWarming(warm: () => Promise<void>): Promise<void> {
  state.warming = true;
  try {
    await warm();
  } finally {
    state.warming = false;
  }
}

/** @returns true when the request was for one of the two addresses, and is answered */
export async function answerHealth(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? "").split("?")[0];
  if (path === "/healthz") {
    reply(response, 200, "ok");
    return true;
  }
  if (path !== "/readyz") return false;
  if (state.draining) {
    reply(response, 503, "shutting down");
    return true;
  }
  const obstacle = state.warming ? "warming" : await obstacleToServing();
  reply(response, obstacle === null ? 200 : 503, obstacle ?? "ready");
  return true;
}

/** Why this process can't serve yet, in words for an operator; null when it can. */
export async function obstacleToServing(): Promise<string | null> {
  try {
    const pending = await pendingMigrations();
    return pending.length === 0 ? null : `migrations pending: ${String(pending.length)}`;
  } catch (error) {
    log().info({ reason: error instanceof Error ? error.message : String(error) }, "not ready: no database");
    return "database unreachable";
  }
}

/** For requests that come between listening and being ready. */
export function answerWhileStarting(request: IncomingMessage, response: ServerResponse): void {
  // Another process may answer in a moment, but only on a new connection.
  response.setHeader("Connection", "close");
  if (request.url === "/healthz") {
    reply(response, 200, "ok");
    return;
  }
  response.setHeader("Retry-After", 1);
  reply(response, 503, "starting");
}

function reply(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(`${text}\n`);
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
