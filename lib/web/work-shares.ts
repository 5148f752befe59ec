/** Which share of a worker a request takes its work from, and how large the shares are. Pure. */
import type { GateLimits } from "./work-gate";

/**
 * The shares of one worker. What they guard differs: rendering takes the processor, streams hold a connection to the
 * database for as long as a client reads, files hold a connection to a disk or bucket, and the desk must not wait behind
 * readers.
 */
export const workShares = {
  /**
   * Pages, feeds and searches that must be made. One takes about 10 ms of processor and some 12 statements, so that two
   * or three fill a core and the rest of the eight wait for the database; more at once only makes all of them later, and
   * takes the desk's connections (DATABASE_POOL_SIZE is ten). The queue is what a worker makes in two seconds; on a machine
   * that has half the time for it, everybody in it is still answered. Nobody waits longer than for a connection (five
   * seconds, lib/db/pool.ts).
   */
  pages: { atOnce: 8, queue: 200, patience: 5_000 },
  /** Sitemaps of articles, written while they are read: for crawlers, who come back. */
  streams: { atOnce: 3, queue: 10, patience: 2_000 },
  /** Pictures, styles and fonts. A page without them is worth little, and they cost little. */
  files: { atOnce: 60, queue: 400, patience: 5_000 },
  /** The newsroom, with its uploads, which last as long as a line needs; sign-in has limits of its own. */
  desk: { atOnce: 60, queue: 100, patience: 10_000 },
} as const satisfies Record<string, GateLimits>;

export type WorkShare = keyof typeof workShares;

/**
 * @param url path and query, as they were sent
 * @returns null for what is answered whatever happens: whether the process is up, and whether it can serve
 */
export function shareOf(url: string): WorkShare | null {
  const [path = ""] = url.split("?");
  if (path === "/healthz" || path === "/readyz") return null;
  if (/^\/(?:admin|api\/auth)(?:\/|$)/.test(path)) return "desk";
  if (/^\/(?:assets|media|_next)\//.test(path)) return "files";
  return path.startsWith("/sitemaps/articles-") ? "streams" : "pages";
}
