import { format } from "node:util";
import { log } from "@/lib/log";
import { currentRequest } from "@/lib/request-context";

/**
 * Makes what libraries print (Next prints the errors of pages) lines of the structured log, with the request's id. An
 * outage that is already answered with 503 is told once a request, at "warn".
 */
export function takeOverConsole(): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    if (currentRequest()?.databaseUnavailable) log().warn({ reason: error?.message }, "the database can't be reached");
    else log().error({ err: error }, error ? error.message : format(...parts));
  };
  console.warn = (...parts: unknown[]) => {
    log().warn(format(...parts));
  };
  console.log = (...parts: unknown[]) => {
    log().info(format(...parts));
  };
}
