import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageCache } from "./page-cache";
import { askFor, closePretended, type FakeSite, minute, openPretended, settle, start } from "./testing/pretended-site";

let site: FakeSite;
let cache: PageCache;

beforeEach(() => {
  ({ site, cache } = openPretended());
});

afterEach(() => closePretended({ site, cache }));

const ask = (key: string): Promise<string> => askFor(cache, key);

describe("a page that is there", () => {
  it("is made once for everybody who waits, and not again", async () => {
    site.held = [];
    const all = Promise.all([ask("/news"), ask("/news"), ask("/news")]);
    await settle();
    site.release();
    expect(await all).toEqual(["first", "first", "first"]);
    expect(await ask("/news")).toBe("first");
    expect(site.calls).toEqual(["/news"]);
  });

  it("is asked for again after an hour, whatever happened", async () => {
    await ask("/news");
    site.text = "second";
    await vi.advanceTimersByTimeAsync(61 * minute);
    expect(await ask("/news")).toBe("second");
  });

  it("is made anew for each key, and only declared parameters make a key", async () => {
    for (const address of ["/search?q=a", "/search?q=b", "/search?q=a&utm=1", "/news?x=1", "/news?x=2"]) {
      await ask(address);
    }
    expect(site.calls).toEqual(["/search?q=a", "/search?q=b", "/news"]);
  });
});

describe("a change", () => {
  it("drops what it names with all its family at once", async () => {
    const family = ["/news", "/news/page/2", "/news/feed.xml", "/news/atom.xml?archive=2"];
    const lists = ["/sitemap.xml", "/search?q=a", "/missing"];
    for (const key of [...family, ...lists]) {
      site.status = key === "/missing" ? 404 : 200;
      await ask(key);
    }
    site.status = 200;
    site.text = "second";
    cache.changed(["/news"]);
    for (const key of [...family, ...lists]) expect(await ask(key), key).toBe("second");
  });

  it("that names nothing drops everything", async () => {
    await ask("/news");
    await ask("/about-us");
    site.text = "second";
    cache.changed([]);
    expect([await ask("/news"), await ask("/about-us")]).toEqual(["second", "second"]);
  });

  it("lets nobody join a page that was being made before, and nobody who waited gets it", async () => {
    site.held = [];
    const waited = ask("/news");
    await settle();
    site.text = "second";
    cache.changed(["/news"]);
    const asked = ask("/news");
    await settle();
    expect(site.count("/news")).toBe(2);
    site.release();
    await settle();
    site.release();
    expect(await asked).toBe("second");
    expect(await waited).toBe("second");
    expect(await ask("/news")).toBe("second");
    expect(site.count("/news")).toBe(2);
  });

  it("beats a page that was made before it and arrives after the page that was made after it", async () => {
    site.held = [];
    const waited = ask("/news");
    await settle();
    site.text = "second";
    cache.changed(["/news"]);
    const asked = ask("/news");
    await settle();
    const [older, newer] = site.held;
    newer?.();
    expect(await asked).toBe("second");
    older?.();
    expect(await waited).toBe("second");
    expect(await ask("/news")).toBe("second");
  });

  it("while a page is made that it does not name lets it be shown, and made once more", async () => {
    site.held = [];
    const waited = ask("/about-us");
    await settle();
    site.text = "second";
    cache.changed(["/news"]);
    site.release();
    expect(await waited).toBe("first");
    site.held = null;
    await vi.advanceTimersByTimeAsync(200);
    expect(await ask("/about-us")).toBe("second");
    expect(site.count("/about-us")).toBe(2);
  });

  it("forgets a 404 that was being made", async () => {
    site.held = [];
    site.status = 404;
    const waited = ask("/news/soon");
    await settle();
    site.status = 200;
    cache.changed(["/about-us"]);
    site.release();
    await waited;
    site.held = null;
    expect(await ask("/news/soon")).toBe("first");
    expect(site.count("/news/soon")).toBe(2);
  });

  it("ends in asking Next directly when changes come faster than pages", async () => {
    site.held = [];
    const waited = ask("/news");
    for (let change = 0; change < 10; change += 1) {
      await settle();
      cache.changed(["/news"]);
      site.release();
    }
    expect(await waited).toBe("pass");
  });
});

describe("a stale page", () => {
  const staleHome = async (): Promise<void> => {
    await ask("/");
    site.text = "second";
    cache.changed(["/news"]);
  };

  it("is made again for whoever asks, when that is fast", async () => {
    await staleHome();
    expect(await ask("/")).toBe("second");
  });

  it("is shown when making is slow, and the new one when it is there", async () => {
    site.held = null;
    await staleHome();
    site.held = [];
    const asked = ask("/");
    await vi.advanceTimersByTimeAsync(200);
    expect(await asked).toBe("first");
    site.release();
    await settle();
    expect(await ask("/")).toBe("second");
  });

  it("is not shown after a change named it while somebody waited", async () => {
    await staleHome();
    site.held = [];
    const asked = ask("/");
    await vi.advanceTimersByTimeAsync(50);
    site.text = "third";
    cache.changed(["/"]);
    await vi.advanceTimersByTimeAsync(200);
    site.release();
    site.release();
    await settle();
    site.release();
    expect(await asked).toBe("third");
  });

  it("is waited for once it has been stale for a minute", async () => {
    await staleHome();
    site.held = [];
    await vi.advanceTimersByTimeAsync(2 * minute);
    const asked = ask("/");
    let answered = false;
    void asked.then(() => (answered = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answered).toBe(false);
    while (site.held.length > 0) site.release();
    expect(await asked).toBe("second");
  });

  it("is shown for an hour while the database does not answer, and hangs", async () => {
    await staleHome();
    cache.doubt(start);
    site.held = [];
    await vi.advanceTimersByTimeAsync(50 * minute);
    const asked = ask("/");
    await vi.advanceTimersByTimeAsync(200);
    expect(await asked).toBe("first");
    while (site.held.length > 0) site.release();
    await settle();
    cache.resume();
    expect(await ask("/")).toBe("second");
  });

  it("is shown at once when many others are being made", async () => {
    await ask("/a");
    // The background leaves it alone.
    cache.cool(0.5);
    cache.changed(["/news"]);
    site.held = [];
    for (const key of ["/b", "/c", "/d", "/e"]) void ask(key);
    await settle();
    const made = site.count("/a");
    expect(await ask("/a")).toBe("first");
    expect(site.count("/a")).toBe(made);
    while (site.held.length > 0) site.release();
  });
});

describe("the background", () => {
  it("makes pages again, hottest first, at a bounded rate, and leaves cold ones", async () => {
    const keys = ["/cold", "/b", "/c", "/d"];
    for (const [index, key] of keys.entries()) for (let asked = 0; asked <= index; asked += 1) await ask(key);
    cache.cool(0.99);
    site.calls = [];
    cache.changed(["/news"]);
    await vi.advanceTimersByTimeAsync(51);
    expect(site.calls).toEqual(["/d"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(site.calls).toEqual(["/d", "/c", "/b"]);
  });

  it("lets readers go first who wait for a page, for half a second at most", async () => {
    for (let asked = 0; asked < 5; asked += 1) await ask("/a");
    site.held = [];
    cache.changed(["/news"]);
    const waiting = ask("/news");
    await vi.advanceTimersByTimeAsync(400);
    expect(site.calls).toEqual(["/a", "/news"]);
    await vi.advanceTimersByTimeAsync(200);
    expect(site.calls).toEqual(["/a", "/news", "/a"]);
    while (site.held.length > 0) site.release();
    await waiting;
  });

  it("makes again what a change dropped while people asked for it", async () => {
    for (let asked = 0; asked < 5; asked += 1) await ask("/news");
    site.text = "second";
    cache.changed(["/news"]);
    await vi.advanceTimersByTimeAsync(100);
    expect(site.count("/news")).toBe(2);
    expect(await ask("/news")).toBe("second");
    expect(site.count("/news")).toBe(2);
    expect(cache.hottest(1)).toEqual(["/news"]);
  });

  it("knows the hottest", async () => {
    for (const key of ["/a", "/b", "/b", "/c", "/c", "/c"]) await ask(key);
    expect(cache.hottest(2)).toEqual(["/c", "/b"]);
    cache.cool(0.1);
    expect(cache.hottest(2)).toEqual([]);
  });
});

describe("a failure", () => {
  const broken = { status: 503, headers: { "cache-control": "no-store" } };

  it("is not kept, and is what a reader gets who has nothing better", async () => {
    Object.assign(site, broken, { text: "sorry" });
    expect(await ask("/news")).toBe("503 sorry");
    Object.assign(site, { status: 200, headers: {}, text: "first" });
    expect(await ask("/news")).toBe("first");
  });

  it("shows the last good page for an hour, and no longer", async () => {
    await ask("/news");
    cache.changed(["/about-us"]);
    site.failure = new Error("the database is gone");
    await vi.advanceTimersByTimeAsync(59 * minute);
    expect(await ask("/news")).toBe("first");
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await ask("/news")).toBe("pass");
  });

  it("is tried again after a second, not by every reader", async () => {
    await ask("/news");
    cache.changed(["/about-us"]);
    Object.assign(site, broken);
    await ask("/news");
    const tried = site.count("/news");
    for (let reader = 0; reader < 5; reader += 1) expect(await ask("/news")).toBe("first");
    expect(site.count("/news")).toBe(tried);
    Object.assign(site, { status: 200, headers: {}, text: "second" });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await ask("/news")).toBe("second");
  });

  it("never brings back what a change named", async () => {
    await ask("/news/withdrawn");
    cache.changed(["/news/withdrawn"]);
    Object.assign(site, broken, { text: "sorry" });
    expect(await ask("/news/withdrawn")).toBe("503 sorry");
  });

  it("shows the last good page also when the clock ended it", async () => {
    await ask("/news");
    cache.plan([{ at: new Date(start + minute), paths: ["/news"] }]);
    site.failure = new Error("the database is gone");
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await ask("/news")).toBe("first");
  });

  it("of the whole database makes everything doubtful, from when it was last heard", async () => {
    await ask("/news");
    await vi.advanceTimersByTimeAsync(10 * minute);
    cache.doubt(start);
    site.failure = new Error("the database is gone");
    expect(await ask("/news")).toBe("first");
    await vi.advanceTimersByTimeAsync(51 * minute);
    expect(await ask("/news")).toBe("pass");
  });
});
