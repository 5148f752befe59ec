/** Whom the magazine may tell, and what an answer means. Pure. */
import ipaddr from "ipaddr.js";

/** Names that only a machine, a house or an example has (RFC 2606, 6761, 6762, 8375, 9476). */
const privateNames = /(?:^|\.)(?:localhost|local|localdomain|internal|home\.arpa|test|example|invalid|alt)$/;

/**
 * Whether the magazine at `siteUrl` tells `endpoint` of its changes. A laptop's magazine (http, or a name or address that
 * only this machine or network knows) tells nobody outside: they could not read it. To a hub on this very machine it may
 * speak, since nothing leaves it.
 */
export function mayTell(siteUrl: string, endpoint: string): boolean {
  return isPublicSite(siteUrl) || isThisMachine(hostOf(endpoint));
}

function isPublicSite(siteUrl: string): boolean {
  const host = hostOf(siteUrl);
  if (!siteUrl.startsWith("https:")) return false;
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === "unicast";
  return host.includes(".") && !privateNames.test(host);
}

function isThisMachine(host: string): boolean {
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === "loopback";
  return /(?:^|\.)localhost$/.test(host);
}

/** Without the brackets of an IPv6 address. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** What the other side made of a request. */
export type Verdict =
  | { kind: "done" }
  /** It may go better later. @property retryAfter milliseconds that were asked for */
  | { kind: "later"; reason: string; retryAfter: number | null }
  /** It will not go better by itself. */
  | { kind: "refused"; reason: string };

/** Answers after which the same request may succeed (RFC 9110 and, for 425, RFC 8470); every 5xx besides. */
const temporary = new Set([408, 425, 429]);

/** @param retryAfter the header; `moment` is what its date is compared with */
export function judgeAnswer(status: number, retryAfter: string | null, words: string, moment: Date): Verdict {
  if (status >= 200 && status < 300) return { kind: "done" };
  const reason = `${String(status)}${words ? ` ${words}` : ""}`;
  if (status >= 500 || temporary.has(status)) {
    return { kind: "later", reason, retryAfter: parseRetryAfter(retryAfter, moment) };
  }
  if (status >= 300 && status < 400) return { kind: "refused", reason: `${reason} (redirects are not followed)` };
  return { kind: "refused", reason };
}

/** Nobody is waited for longer, whatever they ask for. */
const longestPatience = 24 * 3_600_000;

/** Retry-After (RFC 9110, 10.2.3): seconds, or a date. @returns milliseconds; null when it says neither */
export function parseRetryAfter(value: string | null, moment: Date): number | null {
  if (value === null) return null;
  const milliseconds = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - moment.getTime();
  return Number.isNaN(milliseconds) ? null : Math.min(longestPatience, Math.max(0, milliseconds));
}

const longestPause = 3_600_000;

/**
 * How long to wait after `failures` rounds in a row that failed: `shortest`, doubled each time, at most an hour; a fifth
 * more or less, so that many sites do not come back to a hub at the same moment.
 * @param shortest in milliseconds
 * @param chance from 0 to 1
 * @returns milliseconds
 */
export function pauseAfter(failures: number, shortest: number, chance: number): number {
  const pause = Math.min(longestPause, shortest * 2 ** Math.max(0, failures - 1));
  return Math.round(pause * (0.8 + 0.4 * chance));
}
