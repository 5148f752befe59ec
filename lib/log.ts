/** Structured logs, one JSON line an event (pino). Every line written during a request carries its id; those of a worker carry
its process id. */
import cluster from "node:cluster";
import pino, { type Logger } from "pino";
import { env } from "./env";
import { processWide } from "./process-wide";
import { currentRequest } from "./request-context";

/** The process's logger. Levels: error = somebody must look; info = life cycle; debug = one line a request. */
export function log(): Logger {
  return processWide("log", () =>
    pino({
      level: env().LOG_LEVEL,
      base: cluster.isWorker ? { worker: process.pid } : null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const request = currentRequest();
        return request ? { requestId: request.id } : {};
      },
    }),
  );
}
