import type { Cdn } from "./types";

/**
 * Any cache that something of the operator's own stands before: one POST to `url` with the token as bearer (RFC 6750) and
 * {"tags": ["/", "/news"]} or {"everything": true}. 2xx says that it is done; 408, 425, 429 and 5xx ask for another try,
 * everything else is a refusal.
 */
export function httpCdn({ url, token }: { url: string; token: string }): Cdn {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  return {
    name: "The cache",
    endpoint: new URL(url).origin,
    token,
    requests: (purge) => {
      const body = purge === "everything" ? { everything: true } : { tags: purge.tags };
      return [{ url, headers, body: JSON.stringify(body) }];
    },
  };
}
