/** Structured logs, one JSON line an event (pino). Every line written during a request carries its id. */
import pino, { type Logger } from "pino";
import { env } from "./env";
import { processWide } from "./process-wide";
import { currentRequest } from "./request-context";

/** The process's logger. Levels: error = somebody must look; info = life cycle; debug = one line a request. */
export function log(): Logger {
  return processWide("log", () =>
    pino({
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const request = currentRequest();
        return request ? { requestId: request.id } : {};
      },
    }),
  );
}
