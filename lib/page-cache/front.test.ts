import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { renderInProcess } from "@/lib/web/render-in-process";
import { withPageCache } from "./front";
import { PageCache } from "./page-cache";

const page = `<!DOCTYPE html><title>A page</title>${"<p>Some words that are said again.</p>".repeat(100)}`;
const changedAt = "Fri, 27 Nov 2026 10:00:00 GMT";
let made: string[] = [];
/** What was not answered from memory. */
let asked: string[] = [];

/** The site behind the cache. */
const handler: RequestListener = (incoming, response) => {
  made.push(incoming.url ?? "");
  response.setHeader("X-Request-Id", `request-${String(made.length)}`);
  if (incoming.url === "/moved?a=1" || incoming.url === "/moved") {
    response.writeHead(301, { Location: incoming.url.replace("/moved", "/new") });
    response.end();
    return;
  }
  if (incoming.url === "/feed.xml") response.setHeader("Last-Modified", changedAt);
  const type = incoming.url === "/feed.xml" ? "application/rss+xml" : "text/html";
  response.writeHead(incoming.url === "/nothing" ? 404 : 200, {
    "content-type": `${type}; charset=utf-8`,
    link: ["</a.css>; rel=preload", "</b.css>; rel=preload"],
  });
  response.write(incoming.url === "/short" ? "short" : page.slice(0, 50));
  response.end(incoming.url === "/short" ? "" : page.slice(50));
};

let server: Server;
let cache: PageCache;

beforeAll(async () => {
  setEnvironment({ LOG_LEVEL: "silent" });
  server = createServer((incoming, response) => {
    withPageCache(cache, handler, {
      sessionCookie: "session",
      cameElsewhere: ({ host }) => host === "www.example.org",
      admit: (asking, answer, goOn) => {
        asked.push(asking.url ?? "");
        if (asking.url?.startsWith("/too-often")) answer.writeHead(429).end();
        else goOn();
      },
    })(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  await cache.stop();
  server.close();
});

beforeEach(() => {
  made = [];
  asked = [];
  cache = new PageCache({ render: renderInProcess(handler), limit: 8 * 1024 * 1024, sharedMaxAge: 600 });
});

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const browser = { "accept-encoding": "gzip, deflate, br, zstd" };

describe("who may ask", () => {
  it("is asked for what is not in memory, and for nothing else", async () => {
    await get("/news");
    await get("/news");
    await get("/news?from=a");
    await get("/news", { "sec-purpose": "prefetch" });
    expect(asked).toEqual(["/news"]);
    await get("/admin");
    await get("/search/suggestions?q=a");
    expect(asked).toEqual(["/news", "/admin", "/search/suggestions?q=a"]);
  });

  it("decides before anything is made", async () => {
    expect((await get("/too-often")).status).toBe(429);
    expect((await get("/too-often/?utm_source=a")).status).toBe(429);
    expect(made).toEqual([]);
  });
});

describe("an answer through the cache", () => {
  it("is the page in the encoding that was asked for, each with an entity tag of its own", async () => {
    const brotli = await get("/news", browser);
    const gzip = await get("/news", { "accept-encoding": "gzip" });
    const plain = await get("/news");
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
    expect(gunzipSync(gzip.body).toString()).toBe(page);
    expect(plain.body.toString()).toBe(page);
    expect([brotli, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined]);
    const tags = [brotli, gzip, plain].map(({ headers }) => headers.etag ?? "");
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\da-f]{1,8}-[\da-f]+"$/);
    expect(made).toEqual(["/news"]);
  });

  it("says how it may be kept, and what it depends on", async () => {
    await get("/news", browser);
    const { headers, body } = await get("/news", browser);
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=0, must-revalidate, s-maxage=600",
      vary: "Accept-Encoding",
      "content-type": "text/html; charset=utf-8",
      "content-length": String(body.length),
      link: "</a.css>; rel=preload, </b.css>; rel=preload",
    });
    expect(headers).not.toHaveProperty("x-request-id");
    expect(headers).not.toHaveProperty("transfer-encoding");
  });

  it("may be kept by others for as long as here, and no longer: 404s briefly, searches for a minute", async () => {
    const shared = async (path: string): Promise<string | undefined> =>
      /s-maxage=\d+/.exec((await get(path)).headers["cache-control"] ?? "")?.[0];
    expect(await shared("/search?q=sleep")).toBe("s-maxage=60");
    expect(await shared("/nothing")).toBe("s-maxage=10");
    expect(await shared("/moved")).toBeUndefined();
    cache = new PageCache({ render: renderInProcess(handler), limit: 8 * 1024 * 1024, sharedMaxAge: null });
    for (const path of ["/news", "/nothing", "/search?q=sleep"]) expect(await shared(path), path).toBeUndefined();
  });

  it("names what it shows, for caches that purge by name", async () => {
    const tags = async (path: string): Promise<unknown> => {
      const { headers } = await get(path);
      return [headers["surrogate-key"], headers["cache-tag"]];
    };
    expect(await tags("/news/page/2")).toEqual(["/news site", "/news,site"]);
    expect(await tags("/feed.xml")).toEqual(["/ site", "/,site"]);
    expect(await tags("/sitemap.xml")).toEqual(["sitemaps site", "sitemaps,site"]);
    expect(await tags("/nothing")).toEqual(["/nothing site", "/nothing,site"]);
    expect(await tags("/moved")).toEqual([undefined, undefined]);
    expect(await tags("/preview/x")).toEqual([undefined, undefined]);
  });

  it("to HEAD is the same without the body", async () => {
    const whole = await get("/news", browser);
    const head = await get("/news", browser, "HEAD");
    expect(head.body).toHaveLength(0);
    const { date: _, ...headers } = whole.headers;
    expect(head.headers).toMatchObject(headers);
  });

  it("is 304 for whoever has it: strong, weak, in a list, by a star", async () => {
    const { headers } = await get("/news", browser);
    const tag = headers.etag ?? "";
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const answer = await get("/news", { ...browser, "if-none-match": known });
      expect([answer.status, answer.body.length, answer.headers.etag], known).toEqual([304, 0, tag]);
      expect(answer.headers.vary).toBe("Accept-Encoding");
      expect(answer.headers["cache-control"]).toBe(headers["cache-control"]);
    }
    expect((await get("/news", { "accept-encoding": "gzip", "if-none-match": tag })).status).toBe(200);
    cache.changed(["/news"]);
    expect((await get("/news", { ...browser, "if-none-match": tag })).status).toBe(304);
  });

  it("is 304 by date where the page tells one", async () => {
    await get("/feed.xml");
    expect((await get("/feed.xml", { "if-modified-since": changedAt })).status).toBe(304);
    const older = "Fri, 27 Nov 2026 09:59:59 GMT";
    expect((await get("/feed.xml", { "if-modified-since": older })).status).toBe(200);
    expect((await get("/feed.xml", { "if-modified-since": "rubbish" })).status).toBe(200);
    expect((await get("/news", { "if-modified-since": changedAt })).status).toBe(200);
  });

  it("of 404 is no 304", async () => {
    const first = await get("/nothing", browser);
    const again = await get("/nothing", { ...browser, "if-none-match": "*" });
    expect([first.status, again.status]).toEqual([404, 404]);
    expect(made).toHaveLength(1);
  });

  it("that is too short to compress has one form", async () => {
    const { headers, body } = await get("/short", browser);
    expect([headers["content-encoding"], body.toString()]).toEqual([undefined, "short"]);
  });

  it("is one for all parameters that no page reads", async () => {
    for (const query of ["?from=a", "?from=b", "?c", ""]) await get(`/news${query}`, browser);
    expect(made).toEqual(["/news"]);
  });

  it("sends on who came with tracking parameters, without making anything for them", async () => {
    for (const query of ["?utm_source=a", "?utm_source=b", "?fbclid=c"]) {
      const { status, headers } = await get(`/news${query}`, browser);
      expect([status, headers.location]).toEqual([301, "/news"]);
    }
    expect(made).toEqual(["/news"]);
    // What is not there is for the handler to say.
    await get("/nothing?utm_source=a", browser);
    expect(made).toEqual(["/news", "/nothing", "/nothing?utm_source=a"]);
  });
});

describe("past the cache go", () => {
  it("people with a session", async () => {
    await get("/news");
    const answer = await get("/news", { cookie: "theme=dark; session=abc" });
    expect(answer.headers["x-request-id"]).toBe("request-2");
    await get("/news", { cookie: "theme=dark" });
    expect(made).toHaveLength(2);
  });

  it("requests to another origin", async () => {
    await get("/news");
    for (const _ of [1, 2]) await get("/news", { host: "www.example.org" });
    expect(made).toHaveLength(3);
  });

  it("other methods, applications and drafts", async () => {
    await get("/news", {}, "POST");
    for (const path of ["/admin", "/preview/x", "/api/auth/session"]) for (const _ of [1, 2]) await get(path);
    expect(made).toHaveLength(7);
    expect(cache.account.pages).toBe(0);
  });

  it("redirects, with whatever was added to the address", async () => {
    const { status, headers } = await get("/moved?a=1");
    expect([status, headers.location]).toEqual([301, "/new?a=1"]);
    expect((await get("/moved")).headers.location).toBe("/new");
  });
});
