import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock } from "@/lib/clock";
import { PageCache } from "./page-cache";
import { askFor, closePretended, type FakeSite, minute, openPretended, settle, start } from "./testing/pretended-site";

let site: FakeSite;
let cache: PageCache;

beforeEach(() => {
  ({ site, cache } = openPretended());
});

afterEach(() => closePretended({ site, cache }));

const ask = (key: string): Promise<string> => askFor(cache, key);

describe("time", () => {
  it("ends pages at the moment, also when no timer ran", async () => {
    for (const key of ["/news", "/news/feed.xml", "/sitemap.xml", "/about-us"]) await ask(key);
    cache.plan([{ at: new Date(start + minute), paths: ["/news"] }]);
    site.text = "second";
    setClock(new Date(start + minute - 1));
    expect(await ask("/news")).toBe("first");
    setClock(new Date(start + minute));
    site.held = [];
    const asked = ["/news", "/news/feed.xml", "/sitemap.xml"].map(ask);
    await vi.advanceTimersByTimeAsync(1_000);
    while (site.held.length > 0) site.release();
    expect(await Promise.all(asked)).toEqual(["second", "second", "second"]);
  });

  it("outdates what was being made when it came", async () => {
    cache.plan([{ at: new Date(start + minute), paths: ["/news"] }]);
    site.held = [];
    const waited = ask("/news");
    await settle();
    site.text = "second";
    await vi.advanceTimersByTimeAsync(minute);
    site.release();
    await settle();
    while (site.held.length > 0) site.release();
    expect(await waited).toBe("second");
  });

  it("forgets the 404 of what was to appear", async () => {
    site.status = 404;
    await vi.advanceTimersByTimeAsync(59_000);
    await ask("/news/soon");
    cache.plan([{ at: new Date(start + minute), paths: ["/news/soon"] }]);
    site.status = 200;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ask("/news/soon")).toBe("first");
    expect(site.count("/news/soon")).toBe(2);
  });

  it("takes each moment once, and every moment that was read late", async () => {
    await ask("/news");
    const turn = { at: new Date(start + minute), paths: ["/news"] };
    cache.plan([turn]);
    await vi.advanceTimersByTimeAsync(2 * minute);
    await ask("/news");
    const made = site.count("/news");
    cache.plan([turn]);
    await ask("/news");
    expect(site.count("/news")).toBe(made);
    cache.plan([turn, { at: new Date(start + 90_000), paths: ["/news"] }]);
    await ask("/news");
    expect(site.count("/news")).toBe(made + 1);
  });

  it("may change everything", async () => {
    await ask("/about-us");
    cache.plan([{ at: new Date(start + minute), paths: null }]);
    site.text = "second";
    await vi.advanceTimersByTimeAsync(minute);
    expect(await ask("/about-us")).toBe("second");
  });
});

describe("what is not kept", () => {
  it("passes by: cookies, private answers, redirects; for ten seconds without another try", async () => {
    const answers: Record<string, Partial<FakeSite>> = {
      "/cookie": { headers: { "set-cookie": "a=1" } },
      "/private": { headers: { "cache-control": "private, max-age=30" } },
      "/no-store": { headers: { "cache-control": "no-store" } },
      "/moved": { status: 301, headers: { location: "/elsewhere" } },
    };
    for (const [key, answer] of Object.entries(answers)) {
      Object.assign(site, { status: 200, headers: {} }, answer);
      expect(await ask(key), key).toBe("pass");
      expect(await ask(key), key).toBe("pass");
      expect(site.count(key), key).toBe(1);
    }
    await vi.advanceTimersByTimeAsync(11_000);
    Object.assign(site, { status: 200, headers: {} });
    expect(await ask("/moved")).toBe("first");
  });

  it("takes the place of what was kept: a page that moved is gone", async () => {
    await ask("/news/old");
    cache.changed(["/about-us"]);
    Object.assign(site, { status: 301, headers: { location: "/news/new" } });
    expect(await ask("/news/old")).toBe("pass");
    site.failure = new Error("the database is gone");
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await ask("/news/old")).toBe("pass");
  });

  it("is sent when it is for anybody: refusals, pictures, giants", async () => {
    Object.assign(site, { status: 400 });
    expect(await ask("/search?q=x")).toBe("400 first");
    Object.assign(site, { status: 200, text: "x".repeat(5 * 1024 * 1024) });
    expect((await ask("/giant")).length).toBe(5 * 1024 * 1024 + 4);
    expect(cache.account.pages).toBe(0);
  });
});

describe("memory", () => {
  it("keeps 404s for ten seconds only", async () => {
    site.status = 404;
    await ask("/nothing");
    await ask("/nothing");
    expect(site.count("/nothing")).toBe(1);
    await vi.advanceTimersByTimeAsync(11_000);
    await ask("/nothing");
    expect(site.count("/nothing")).toBe(2);
  });

  it("is not for scanners nor for made-up searches to fill", async () => {
    const limit = 1024 * 1024;
    cache = new PageCache({ render: site.render, limit, sharedMaxAge: null });
    await ask("/news");
    site.status = 404;
    for (let index = 0; index < 400; index += 1) await ask(`/wp-${String(index)}.php`);
    site.status = 200;
    for (let index = 0; index < 400; index += 1) await ask(`/search?q=${String(index)}`);
    expect(cache.account.bytes).toBeLessThanOrEqual((limit * 3) / 16 + 20_000);
    await ask("/news");
    expect(site.count("/news")).toBe(1);
  });
});

describe("an answer from memory", () => {
  it("is given only while the page is fresh and no moment has come", async () => {
    const send = (url: string): boolean => {
      const response = { writeHead: vi.fn(), end: vi.fn() };
      const request = { headers: {}, method: "GET" };
      return cache.answerHit(request as unknown as IncomingMessage, response as unknown as ServerResponse, url);
    };
    expect(send("/news")).toBe(false);
    await ask("/news");
    expect(send("/news")).toBe(true);
    cache.plan([{ at: new Date(start + 5_000), paths: ["/about-us"] }]);
    setClock(new Date(start + 5_000));
    expect(send("/news")).toBe(false);
  });
});
