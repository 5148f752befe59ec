import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sitemapFamily } from "./routes";
import type { PageMirror } from "./mirror";
import { PageCache } from "./page-cache";
import { askFor, closePretended, type FakeSite, openPretended, settle, start } from "./testing/pretended-site";

let site: FakeSite;
let cache: PageCache;
let told: string[] = [];
let looks: (() => boolean)[] = [];

const mirror: PageMirror = {
  takes: ({ key }, page) => page.status === 200 && !key.includes("untaken"),
  put: (key, _, { isCurrent, replace }) => {
    told.push(`${replace ? "replace" : "ensure"} ${key}`);
    looks.push(isCurrent);
  },
  drop: (key) => told.push(`drop ${key}`),
  changed: (families) => told.push(`changed ${families ? [...families].join(" ") : "all"}`),
  doubt: () => told.push("doubt"),
  resume: () => told.push("resume"),
};

beforeEach(async () => {
  const pretended = openPretended();
  await pretended.cache.stop();
  ({ site } = pretended);
  cache = new PageCache({ render: site.render, limit: 16 * 2 ** 20, sharedMaxAge: null, mirror });
  told = [];
  looks = [];
});

afterEach(() => closePretended({ site, cache }));

const ask = (key: string): Promise<string> => askFor(cache, key);
const hit = (key: string): boolean =>
  cache.answerHit(
    { headers: {}, method: "HEAD" } as unknown as IncomingMessage,
    { writeHead: () => undefined, end: () => undefined } as unknown as ServerResponse,
    key,
  );

describe("a mirror", () => {
  it("is given what is made, and again for hits after ten seconds", async () => {
    await ask("/news");
    expect(hit("/news")).toBe(true);
    expect(told).toEqual(["replace /news"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([hit("/news"), hit("/news")]).toEqual([true, true]);
    expect(told).toEqual(["replace /news", "ensure /news"]);
  });

  it("is given nothing that it has no place for, however often it is asked for", async () => {
    await ask("/untaken");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hit("/untaken")).toBe(true);
    expect(told).toEqual(["drop /untaken"]);
  });

  it("hears of every change before it returns, of pages that are no more, and of outages", async () => {
    cache.changed(["/news"]);
    cache.changed([]);
    site.status = 404;
    await ask("/gone");
    site.headers = { location: "/new" };
    await ask("/moved");
    cache.doubt(start);
    cache.resume();
    expect(told).toEqual([
      `changed /news ${sitemapFamily}`,
      "changed all",
      "drop /gone",
      "drop /moved",
      "doubt",
      "resume",
    ]);
  });

  it("hears of what time changes when it does", async () => {
    cache.plan([
      { at: new Date(start + 1_000), paths: ["/news"] },
      { at: new Date(start + 2_000), paths: null },
    ]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([`changed /news ${sitemapFamily}`]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.at(-1)).toBe("changed all");
  });

  it("is given no page that a change overtook while it was made", async () => {
    site.held = [];
    const asked = ask("/about-us");
    await settle();
    cache.changed(["/news"]);
    site.release();
    await asked;
    expect(told.filter((words) => words.startsWith("replace"))).toEqual([]);
  });
});

describe("a page that a mirror was given", () => {
  it.each([
    [
      "a change names it",
      () => {
        cache.changed(["/news"]);
      },
    ],
    [
      "a change does not name it",
      () => {
        cache.changed(["/about-us"]);
      },
    ],
    [
      "nothing is known of changes",
      () => {
        cache.doubt(start);
      },
    ],
    [
      "an hour is over",
      () => {
        vi.setSystemTime(start + 3_600_000);
      },
    ],
    [
      "time changes something, and nobody noticed yet",
      () => {
        cache.plan([{ at: new Date(start + 1_000), paths: ["/about-us"] }]);
        vi.setSystemTime(start + 1_000);
      },
    ],
  ])("is current no more when %s", async (_, happens) => {
    await ask("/news");
    expect(looks[0]!()).toBe(true);
    happens();
    expect(looks[0]!()).toBe(false);
  });

  it("is made again when a change took it away, and warmed after a restart, although nobody asks for it here", async () => {
    await ask("/news");
    await ask("/untaken");
    cache.cool(0.1);
    expect(cache.hottest(10)).toEqual(["/news"]);
    cache.changed(["/news", "/untaken"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([site.count("/news"), site.count("/untaken")]).toEqual([2, 1]);
  });
});
