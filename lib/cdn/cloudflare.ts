import { inBatches } from "./batches";
import type { Cdn, Purge } from "./types";

/** "Max operations per request" (developers.cloudflare.com, Purge cache, "Availability and limits"). */
const mostTags = 100;

/**
 * Cloudflare's API v4, "Purge Cached Content": POST /zones/{zone_id}/purge_cache with {"tags": […]} or
 * {"purge_everything": true}. All plans purge by tag; requests are limited by plan (429).
 * @param base where the API is, without a slash at its end
 */
export function cloudflareCdn({ base, zone, token }: { base: string; zone: string; token: string }): Cdn {
  const url = `${base}/client/v4/zones/${zone}/purge_cache`;
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  return {
    name: "Cloudflare",
    endpoint: base,
    token,
    requests: (purge) => bodiesOf(purge).map((body) => ({ url, headers, body: JSON.stringify(body) })),
    // Its answers say of themselves whether they are successes.
    isRefusal: (answer) => /"success"\s*:\s*false/.test(answer),
  };
}

function bodiesOf(purge: Purge): object[] {
  if (purge === "everything") return [{ purge_everything: true }];
  return inBatches(purge.tags, mostTags).map((tags) => ({ tags }));
}
