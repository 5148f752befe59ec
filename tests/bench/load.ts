/** Requests a second. wrk where it is installed: it takes so little that a server on the other core shows what it can do. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import autocannon from "autocannon";

export type Load = {
  base: string;
  path: string;
  headers?: Record<string, string>;
  /** Every answer must have it. */
  status: number;
};

const connections = 32;
/** Of each measurement, in seconds. */
const duration = 3;
const run = promisify(execFile);
const wrk = "/usr/bin/wrk";

/** The client of these measurements, for the heading of their table. */
export const loadClient = existsSync(wrk) ? "wrk" : "autocannon";

/** @throws Error when an answer has another status */
export function requestsPerSecond(load: Load): Promise<number> {
  return loadClient === "wrk" ? byWrk(load) : byAutocannon(load);
}

async function byWrk({ base, path, headers = {}, status }: Load): Promise<number> {
  const given = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = ["-t1", `-c${String(connections)}`, `-d${String(duration)}s`, ...given, base + path];
  const { stdout } = await run(wrk, args);
  const total = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  // It counts 4xx and 5xx together.
  const failed = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (failed !== (status >= 400 ? total : 0)) throw new Error(`${path}: not every answer was ${String(status)}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

async function byAutocannon({ base, path, headers = {}, status }: Load): Promise<number> {
  const result = await autocannon({ url: base + path, headers, connections, duration });
  const wanted = (result.statusCodeStats as Record<string, { count: number }> | undefined)?.[String(status)]?.count;
  if (wanted !== result.requests.total) throw new Error(`${path}: not every answer was ${String(status)}`);
  return result.requests.average;
}
