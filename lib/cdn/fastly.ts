import { inBatches } from "./batches";
import type { Cdn } from "./types";

/** "Up to 256 surrogate keys can be purged in one batch request" (Fastly API, Purging). */
const mostKeys = 256;

/**
 * Fastly's purge API: POST /service/{service_id}/purge with {"surrogate_keys": […]}, or /purge_all. Never soft
 * (Fastly-Soft-Purge): what a change names is not to be seen any more, not even while another page is fetched.
 * @param base where the API is, without a slash at its end
 */
export function fastlyCdn({ base, service, token }: { base: string; service: string; token: string }): Cdn {
  const url = `${base}/service/${service}`;
  const headers = { "Content-Type": "application/json", Accept: "application/json", "Fastly-Key": token };
  return {
    name: "Fastly",
    endpoint: base,
    token,
    requests: (purge) => {
      if (purge === "everything") return [{ url: `${url}/purge_all`, headers, body: "" }];
      return inBatches(purge.tags, mostKeys).map((keys) => ({
        url: `${url}/purge`,
        headers,
        body: JSON.stringify({ surrogate_keys: keys }),
      }));
    },
  };
}
