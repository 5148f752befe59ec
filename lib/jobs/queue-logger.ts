import { Logger } from "graphile-worker";
import { log } from "@/lib/log";
import { jobSchema } from "./queue-schema";

/** What the queue's library says, in our log. A job that fails is tried again, so that it is a warning; the rest is detail. */
export function jobLogger(): Logger {
  return new Logger(() => (level: string, message: string) => {
    // It puts stacks below its messages.
    const [line] = message.split("\n", 1);
    if (level === "error" || level === "warning") log().warn({ source: jobSchema }, line);
    else log().debug({ source: jobSchema }, line);
  });
}
