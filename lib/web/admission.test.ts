/** Limits and shedding with real requests. */
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { AddressLimits, addressLimits } from "./address-limits";
import { limitByAddress, withLoadShedding } from "./admission";
import { workShares } from "./work-shares";

/** Answers that are being made. */
let open: ServerResponse[] = [];
let server: Server | undefined;

const slowly: RequestListener = (_request, response) => {
  open.push(response);
};

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function underWay(count: number): Promise<void> {
  while (open.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
}

beforeAll(() => {
  setEnvironment({ LOG_LEVEL: "silent", TRUSTED_PROXIES: "1" });
});
afterAll(() => {
  setEnvironment({ TRUSTED_PROXIES: "" });
});
beforeEach(() => {
  open = [];
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("limits by address", () => {
  const start = (): Promise<string> => {
    const admit = limitByAddress(new AddressLimits(() => new Date("2026-11-28T12:00:00Z")));
    return serve((request, response) => {
      admit(request, response, () => response.end("made"));
    });
  };
  const ask = (url: string, address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url, { ...init, headers: { "x-forwarded-for": address } });
  const exhaust = async (kind: keyof typeof addressLimits, url: string, init: RequestInit = {}): Promise<void> => {
    for (let count = 0; count < addressLimits[kind].burst; count += 1) {
      const answer = await ask(url, "203.0.113.9", init);
      expect(await answer.text()).toBe("made");
    }
  };

  it("answer a page with 429 and when to come again, for people", async () => {
    const base = await start();
    await exhaust("search", `${base}/search?q=a`);
    const refused = await ask(`${base}/search?q=b`, "203.0.113.9");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(refused.headers.get("cache-control")).toBe("no-store");
    expect(refused.headers.get("x-request-id")).toMatch(/^[\da-f]{16}$/);
    expect(await refused.text()).toContain("<h1>That was a lot at once</h1>");
    expect((await ask(`${base}/search?q=b`, "203.0.113.10")).status).toBe(200);
    expect((await ask(`${base}/news`, "203.0.113.9")).status).toBe(200);
  });

  it("answer suggestions in JSON", async () => {
    const base = await start();
    await exhaust("suggestions", `${base}/search/suggestions?q=a`);
    const refused = await ask(`${base}/search/suggestions?q=b`, "203.0.113.9");
    expect([refused.status, refused.headers.get("content-type")]).toEqual([429, "application/json"]);
    expect(await refused.json()).toEqual({ error: "Too many requests. Try again in a moment." });
  });

  it("hold for forms and for signing in", async () => {
    const base = await start();
    await exhaust("form", `${base}/contact`, { method: "POST", body: "a=b" });
    expect((await ask(`${base}/contact`, "203.0.113.9", { method: "POST", body: "a=b" })).status).toBe(429);
    await exhaust("sign-in", `${base}/admin/sign-in`);
    expect((await ask(`${base}/admin/sign-in`, "203.0.113.9")).status).toBe(429);
    expect((await ask(`${base}/admin`, "203.0.113.9")).status).toBe(200);
  });
});

describe("load shedding", () => {
  const shares = { ...workShares, pages: { atOnce: 2, queue: 1, patience: 60_000 } };

  it("answers what is too much with 503 and when to come again; health, files and the desk go on", async () => {
    const base = await serve(withLoadShedding(slowly, shares));
    const first = [fetch(`${base}/a`), fetch(`${base}/b`)];
    await underWay(2);
    const queued = fetch(`${base}/c`);
    // The queue is full as soon as the request has arrived: one of the two is refused.
    const either = await Promise.race([queued, fetch(`${base}/d`)]);
    expect([either.status, either.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await either.text()).toContain("<h1>The site is very busy</h1>");
    const json = await fetch(`${base}/search/suggestions?q=a`);
    expect([json.status, await json.json()]).toEqual([503, { error: "The site is very busy." }]);
    const others = ["/healthz", "/readyz", "/admin", "/assets/a.css", "/sitemaps/articles-1.xml"];
    const answers = others.map((path) => fetch(base + path));
    await underWay(2 + others.length);
    for (const response of open) response.end("made");
    await underWay(3 + others.length);
    open.at(-1)?.end("made");
    for (const answer of await Promise.all([...first, ...answers])) expect(answer.status).toBe(200);
  });

  it("refuses first what a browser asks for ahead of a click, and at once; without a queue it is answered", async () => {
    const admit = limitByAddress();
    const shedding = withLoadShedding(slowly, { ...shares, pages: { ...shares.pages, queue: 10 } });
    const base = await serve((request, response) => {
      admit(request, response, () => {
        shedding(request, response);
      });
    });
    const ahead = (path: string, headers: Record<string, string>): Promise<Response> => fetch(base + path, { headers });
    const first = [ahead("/a", { "sec-purpose": "prefetch" }), fetch(`${base}/b`)];
    await underWay(2);
    const spellings = [
      ["sec-purpose", "prefetch;prerender"],
      ["purpose", "prefetch"],
    ] as const;
    for (const [name, value] of spellings) {
      const refused = await ahead("/c", { [name]: value });
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(refused.headers.get("cache-control")).toBe("no-store");
    }
    const clicked = fetch(`${base}/c`);
    for (const response of open) response.end("made");
    await underWay(3);
    open[2]?.end("made");
    for (const answer of await Promise.all([...first, clicked])) expect(answer.status).toBe(200);
  });

  it("gives a place on when its client leaves before the answer", async () => {
    const base = await serve(withLoadShedding(slowly, { ...shares, pages: { ...shares.pages, queue: 10 } }));
    const leaving = new AbortController();
    const left = [fetch(`${base}/a`, { signal: leaving.signal }), fetch(`${base}/b`, { signal: leaving.signal })];
    await underWay(2);
    const next = fetch(`${base}/c`);
    leaving.abort();
    await Promise.allSettled(left);
    await underWay(3);
    open[2]?.end("made");
    expect(await (await next).text()).toBe("made");
  });
});
