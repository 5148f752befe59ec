/** What the answer to a request says about a link. Pure. */
import type { RequestFailure } from "./request";

/** Days for which a result counts. */
export const resultLifetimeDays = 7;

export type LinkResult = {
  /** Unclear: a reader may well get there, but the server did not tell a program so. */
  outcome: "alive" | "dead" | "unclear";
  status: number | null;
  /** Why it is not alive, for people. */
  error: string | null;
};

/** Many servers answer a HEAD request with an error that they do not answer a reader with. */
export function asksAgain(status: number): boolean {
  return status >= 400 && status !== 410;
}

/**
 * Only 404 (not found) and 410 (gone) say that nothing is there (RFC 9110, 15.5). Others refuse programs, ask for a
 * sign-in or have a bad day.
 */
export function resultOfStatus(status: number): LinkResult {
  if (status >= 200 && status < 400) return { outcome: "alive", status, error: null };
  if (status === 404) return { outcome: "dead", status, error: "The server says that there is no such page (404)." };
  if (status === 410) return { outcome: "dead", status, error: "The server says that the page is gone (410)." };
  return { outcome: "unclear", status, error: `The server answered ${String(status)}; look for yourself.` };
}

const failures = {
  "bad-address": { outcome: "dead", error: "This is not an address of the web." },
  private: { outcome: "dead", error: "It leads into a private network or to an unusual port." },
  "no-host": { outcome: "dead", error: "There is no such site." },
  "too-many-redirects": { outcome: "dead", error: "It redirects without end." },
  timeout: { outcome: "unclear", error: "The server did not answer in time." },
  unreachable: { outcome: "unclear", error: "The server could not be reached." },
} as const satisfies Record<RequestFailure, { outcome: LinkResult["outcome"]; error: string }>;

export function resultOfFailure(failure: RequestFailure): LinkResult {
  return { ...failures[failure], status: null };
}
