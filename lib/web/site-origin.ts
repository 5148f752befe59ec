/** One origin: whether somebody came by another scheme or host name than SITE_URL's. */
import { isIP } from "node:net";
import type { IncomingHttpHeaders } from "node:http";

export type OriginSettings = {
  /** SITE_URL */
  siteUrl: string;
  /** TRUSTED_PROXIES */
  trustedProxies: number;
};

/** The last address, taken apart: nearly always the only one, and asked about with every request. */
let lastSite = { siteUrl: "", hostname: "", isHttps: false, isPublic: false };

function takenApart(siteUrl: string): typeof lastSite {
  if (lastSite.siteUrl !== siteUrl) {
    const { hostname, protocol } = new URL(siteUrl);
    lastSite = { siteUrl, hostname, isHttps: protocol === "https:", isPublic: isPublicName(hostname) };
  }
  return lastSite;
}

/**
 * Whether a request was sent to another origin than the site's, and is to be sent on.
 *
 * Host: `www.` added or left out counts for everybody. Any other name counts only when a proxy of ours says that the
 * client used it (X-Forwarded-Host): proxies often ask by a name of their own, and would be sent in a circle.
 * Scheme: only a proxy of ours knows it (X-Forwarded-Proto), and only http is sent to https, never the other way.
 * Addresses, names without a dot and local names are how machines ask (probes, other containers): they are answered.
 */
export function cameByOtherOrigin(headers: IncomingHttpHeaders, { siteUrl, trustedProxies }: OriginSettings): boolean {
  const site = takenApart(siteUrl);
  if (!site.isPublic) return false;
  const told = forwarded(headers["x-forwarded-host"], trustedProxies);
  const name = hostName(told ?? headers.host);
  if (name === null || !isPublicName(name)) return false;
  if (name !== site.hostname && (told !== null || isSibling(name, site.hostname))) return true;
  const scheme = forwarded(headers["x-forwarded-proto"], trustedProxies)?.toLowerCase();
  return name === site.hostname && site.isHttps && scheme === "http";
}

/** What the outermost of our proxies said; what stands further left was written by the client (as in client-address.ts). */
function forwarded(header: string | string[] | undefined, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null;
  const values = [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
  return values.at(-trustedProxies) ?? values[0] ?? null;
}

/** The name in a Host header in lower case, without port and final dot; null for what is none. */
function hostName(host: string | undefined): string | null {
  const match = /^([a-z0-9._-]{1,253}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.exec(host ?? "");
  return match?.[1]?.toLowerCase().replace(/\.$/, "") ?? null;
}

function isSibling(a: string, b: string): boolean {
  return a === `www.${b}` || b === `www.${a}`;
}

/** RFC 6761 and 6762, and what container platforms use among themselves. */
function isPublicName(name: string): boolean {
  if (name.startsWith("[") || isIP(name) !== 0 || !name.includes(".")) return false;
  return !/\.(?:localhost|local|internal|test|invalid|localdomain)$/.test(name);
}
