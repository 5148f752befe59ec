/** The requests that tell hubs and search engines of changes. */
import { env } from "@/lib/env";
import { absoluteUrl } from "@/lib/urls";
import { keyFilePath } from "./key-file";
import { hookPace } from "./pace";
import type { Verdict } from "./policy";
import { post } from "./post";

/**
 * Tells a hub that the feed at `path` has changed. W3C WebSub leaves this step to hub and publisher (section 6); hubs take the
 * form of PubSubHubbub 0.4, section 7.1.
 */
export function pingHub(endpoint: string, path: string, signal: AbortSignal): Promise<Verdict> {
  const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": absoluteUrl(path) });
  return post(endpoint, { body, signal, timeout: hookPace().timeout });
}

/** Addresses that one request of IndexNow may name (indexnow.org, documentation: "up to 10,000 URLs"). */
export const mostIndexNowUrls = 10_000;

/** Tells search engines that `paths` have changed, were moved or are gone (indexnow.org, "Submitting set of URLs"). */
export function submitUrls(endpoint: string, paths: readonly string[], signal: AbortSignal): Promise<Verdict> {
  const { SITE_URL, INDEXNOW_KEY: key = "" } = env();
  const host = new URL(SITE_URL).host;
  const keyLocation = absoluteUrl(keyFilePath(key));
  const body = JSON.stringify({ host, key, keyLocation, urlList: paths.map(absoluteUrl) });
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  return post(endpoint, { body, signal, headers, timeout: hookPace().timeout });
}
