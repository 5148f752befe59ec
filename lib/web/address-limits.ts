/**
 * How often one network may ask for what is made for it alone: token buckets in memory, one worker's share of requests.
 * With several workers or instances a network has that many buckets, which is of no matter: the limits are far above what
 * people do and far below what hurts. Sign-in has exact limits besides, in Postgres (lib/auth/rate-limit.ts).
 */
import { countedNetwork } from "@/lib/auth/network-address";
import { refilled, secondsUntilToken, type Bucket, type Limit } from "@/lib/auth/rate-limit";
import { now } from "@/lib/clock";
import { judgeAddress, splitTarget } from "./address";

export const addressLimits = {
  /**
   * Suggestions while somebody types: the search box asks at most every 150 ms, and people pause. A whole office behind
   * one address has 120 and then ten a second, a tenth of what a worker makes.
   */
  suggestions: { burst: 120, refillSeconds: 0.1 },
  /** Pages of results that are not in memory. Nobody reads one in half a second; search at 100,000 articles is 100/s. */
  search: { burst: 60, refillSeconds: 0.5 },
  /** Whatever readers send. People fill in a form a minute; a school class behind one address has 30 at once. */
  form: { burst: 30, refillSeconds: 2 },
  /**
   * Everything about signing in, pages and forms. Twice the attempts that Postgres allows (its limits come first, and say
   * how long to wait), so that a flood costs neither password hashes nor statements.
   */
  "sign-in": { burst: 100, refillSeconds: 1 },
} as const satisfies Record<string, Limit>;

export type LimitedKind = keyof typeof addressLimits;

/** The desk's pages for who is not signed in. */
const signInPath =
  /^\/admin\/(?:sign-in|second-factor|forgot-password|(?:first-administrator|invitation|reset-password)\/[^/]*)$|^\/api\/auth(?:\/|$)/;

/**
 * What a request counts as, however its address is written.
 * @param url path and query, as they were sent
 * @returns null when it is not limited
 */
export function limitedKind(method: string, url: string): LimitedKind | null {
  const verdict = judgeAddress(url);
  if (!("target" in verdict)) return null;
  const [path] = splitTarget(verdict.target);
  if (signInPath.test(path)) return "sign-in";
  if (path === "/admin" || path.startsWith("/admin/")) return null;
  if (method !== "GET" && method !== "HEAD") return "form";
  if (path === "/search/suggestions") return "suggestions";
  return path === "/search" ? "search" : null;
}

/**
 * Buckets that are remembered. One takes some 250 bytes: 2.5 MB in all. Who has more networks than this gets forgotten
 * ones back full, and meets the limits of load-shedding.ts instead.
 */
const mostBuckets = 10_000;

export class AddressLimits {
  readonly #clock: () => Date;
  readonly #most: number;
  /** Least recently asked first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: () => Date = now, most = mostBuckets) {
    this.#clock = clock;
    this.#most = most;
  }

  /**
   * Counts one request.
   * @param address as lib/web/client-address.ts tells it; of IPv6 the network of 64 bits counts
   * @returns 0 when it is admitted; otherwise whole seconds until the next one will be
   */
  take(kind: LimitedKind, address: string): number {
    const limit = addressLimits[kind];
    const key = `${kind} ${countedNetwork(address)}`;
    const moment = this.#clock();
    const known = this.#buckets.get(key);
    const bucket = known ? refilled(known, limit, moment) : { tokens: limit.burst, refilledAt: moment };
    const wait = secondsUntilToken(bucket, limit);
    if (wait === 0) bucket.tokens -= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    for (const [oldest] of this.#buckets) {
      if (this.#buckets.size <= this.#most) break;
      this.#buckets.delete(oldest);
    }
    return wait;
  }
}
