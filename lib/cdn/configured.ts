import { env } from "@/lib/env";
import { cloudflareCdn } from "./cloudflare";
import { fastlyCdn } from "./fastly";
import { httpCdn } from "./http";
import type { Cdn } from "./types";

/** The CDN in front, by the environment; null without one. */
export function configuredCdn(): Cdn | null {
  // lib/env.ts sees to it that what a kind needs is there.
  const { CDN, CDN_PURGE_URL: given = "", CDN_PURGE_TOKEN: token = "", CDN_ZONE, CDN_SERVICE } = env();
  const base = given.replace(/\/+$/, "");
  switch (CDN) {
    case undefined:
    case "none":
      return null;
    case "http":
      return httpCdn({ url: given, token });
    case "cloudflare":
      return cloudflareCdn({ base: base || "https://api.cloudflare.com", zone: CDN_ZONE ?? "", token });
    case "fastly":
      return fastlyCdn({ base: base || "https://api.fastly.com", service: CDN_SERVICE ?? "", token });
  }
}

/** Seconds for which shared caches may keep pages; null when nothing would purge them. */
export function sharedMaxAge(): number | null {
  return configuredCdn() ? env().CDN_MAX_AGE : null;
}
