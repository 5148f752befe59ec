import type { Server } from "node:http";
import { haveNodeReadNextConfig } from "@/lib/env";
import type { NextHandler } from "./request-handler";

/**
 * Starts Next in this process.
 * @param server hot reloading listens to its upgrades; it need not be listening yet
 * @returns renders pages
 */
export async function startNext(
  server: Server,
  { development, host, port }: { development: boolean; host: string; port: number },
): Promise<NextHandler> {
  if (!development) haveNodeReadNextConfig();
  const { default: next } = await import("next");
  const app = next({ dev: development, httpServer: server, hostname: host, port });
  await app.prepare();
  return app.getRequestHandler();
}
