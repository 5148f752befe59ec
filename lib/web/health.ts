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
  if (state.warming) {
    reply(response, 503, "warming");
    return true;
  }
  try {
    const pending = await pendingMigrations();
    if (pending.length === 0) reply(response, 200, "ready");
    else reply(response, 503, `migrations pending: ${String(pending.length)}`);
  } catch (error) {
    log().info({ reason: error instanceof Error ? error.message : String(error) }, "not ready: no database");
    reply(response, 503, "database unreachable");
  }
  return true;
}

/** For requests that come between listening and being ready. */
export function answerWhileStarting(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/healthz") {
    reply(response, 200, "ok");
    return;
  }
  response.setHeader("Retry-After", 1);
  reply(response, 503, "starting");
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(`${text}\n`);
}
