/** What the server under test wrote, one JSON line an event. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where playwright.config.ts lets the server write to. */
export const serverLogFile = path.resolve(import.meta.dirname, "../../.cache/e2e-server.log");

/** pino's number for "info". */
const info = 30;

/** Lines above "info": each means that somebody would have to look. Lines that are no JSON are the server's greeting. */
export function alarmingLines(): string[] {
  if (!existsSync(serverLogFile)) throw new Error(`${serverLogFile} is missing`);
  const lines = readFileSync(serverLogFile, "utf8").split("\n");
  return lines.filter((line) => Number(/^\{"level":(\d+)/.exec(line)?.[1]) > info);
}
