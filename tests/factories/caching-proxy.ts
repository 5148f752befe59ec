/**
 * A shared cache in front of the magazine, as a CDN is one: it keeps what it may for as long as it may (s-maxage, RFC 9111,
 * 5.2.2.10), whatever an origin gives it, and drops what carries a tag that is purged (Cache-Tag). In memory.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Kept = { status: number; type: string; body: string; tags: string[]; until: number };

export type CachingProxy = {
  url: string;
  /** Addresses that are kept now. */
  kept: () => string[];
  purge: (tags: readonly string[] | "everything") => void;
  stop(): Promise<void>;
};

/** @param origin is asked for the next instance to fetch from */
export async function aCachingProxy(origin: () => string): Promise<CachingProxy> {
  const memory = new Map<string, Kept>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const kept = memory.get(path);
    const found = kept && kept.until > Date.now() ? kept : null;
    const answer = found ? Promise.resolve(found) : fetchPage(origin() + path);
    answer.then(
      (page) => {
        if (!found && page.until > Date.now()) memory.set(path, page);
        response
          .writeHead(page.status, { "Content-Type": page.type, "X-Cache": found ? "hit" : "miss" })
          .end(page.body);
      },
      (error: unknown) => {
        response.writeHead(502).end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    kept: () => [...memory].filter(([, { until }]) => until > Date.now()).map(([path]) => path),
    purge: (tags) => {
      for (const [path, page] of memory) {
        if (tags === "everything" || page.tags.some((tag) => tags.includes(tag))) memory.delete(path);
      }
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function fetchPage(url: string): Promise<Kept> {
  const response = await fetch(url, { redirect: "manual" });
  const body = await response.text();
  const { status, headers } = response;
  const seconds = Number(/(?:^|[ ,])s-maxage=(\d+)/.exec(headers.get("cache-control") ?? "")?.[1] ?? 0);
  const tags = (headers.get("cache-tag") ?? "").split(",");
  return { status, type: headers.get("content-type") ?? "", body, tags, until: Date.now() + seconds * 1000 };
}
