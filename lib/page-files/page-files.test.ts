import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock } from "@/lib/clock";
import { setEnvironment } from "@/lib/env";
import { log } from "@/lib/log";
import { timeInTag } from "@/lib/page-cache/entity-tag";
import { variantIn, type KeptPage, type Rendered } from "@/lib/page-cache/kept-page";
import { PageCache } from "@/lib/page-cache/page-cache";
import { routeOf } from "@/lib/page-cache/routes";
import { readerPageHeaders } from "@/lib/web/security-headers";
import { fileNames, pageFolder, siteFolder } from "./layout";
import { PageFiles, type PageFilesOptions } from "./page-files";
import { headersDigest } from "./serving-headers";

const siteUrl = "http://magazine.example";
const headers = Object.fromEntries(
  Object.entries(readerPageHeaders(siteUrl)).map(([name, value]) => [name.toLowerCase(), value]),
);
const filler = "<p>Words that are said again.</p>".repeat(50);

let directory = "";
let files: PageFiles;
let cache: PageCache;
let text = "first";
let status = 200;

const render = (): Promise<Rendered> =>
  Promise.resolve({
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(text + filler),
  });

function open(options: Partial<PageFilesOptions> = {}): void {
  files = new PageFiles({ directory, siteUrl, limit: 2 ** 30, ...options });
  cache = new PageCache({ render, limit: 16 * 2 ** 20, sharedMaxAge: null, mirror: files });
  files.start();
}

const close = (): Promise<unknown> => Promise.all([cache.stop(), files.stop()]);
const folderOf = (key: string): string =>
  path.join(directory, "pages", siteFolder(siteUrl, headersDigest()), pageFolder(key)!);
const fileOf = (key: string): string => path.join(folderOf(key), fileNames.identity);
/** What a reader would be given from files; null when the app is to be asked. */
const read = (key: string): string | null =>
  existsSync(fileOf(key)) ? readFileSync(fileOf(key), "utf8").replace(filler, "") : null;

async function ask(key: string): Promise<KeptPage | null> {
  const answer = await cache.find(routeOf(key)!);
  return answer.kind === "page" ? answer.page : null;
}

async function written(...keys: string[]): Promise<void> {
  for (const key of keys) await ask(key);
  await vi.waitFor(
    () => {
      for (const key of keys) expect(existsSync(fileOf(key)), key).toBe(true);
    },
    { timeout: 10_000, interval: 5 },
  );
}

/** A reader whom memory answers. */
const hit = (key: string): boolean =>
  cache.answerHit(
    { headers: {}, method: "HEAD" } as never,
    { writeHead: () => undefined, end: () => undefined } as never,
    key,
  );

/** What is under way at the moment is over, and the kernel's clock, which stamps files, has moved on. */
const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 60));

beforeEach(() => {
  setEnvironment({ LOG_LEVEL: "silent", SITE_URL: siteUrl });
  directory = mkdtempSync(path.join(tmpdir(), "page-files-"));
  text = "first";
  status = 200;
});

afterEach(async () => {
  setClock(null);
  await close();
  rmSync(directory, { recursive: true, force: true });
});

describe("a page that is fresh", () => {
  it("is there in three encodings, each with the tag it has in memory", async () => {
    open();
    await written("/news/sleep");
    const page = (await ask("/news/sleep"))!;
    const decode = { identity: (data: Buffer) => data, gzip: gunzipSync, br: brotliDecompressSync };
    for (const encoding of ["identity", "gzip", "br"] as const) {
      const file = path.join(folderOf("/news/sleep"), fileNames[encoding]);
      expect(decode[encoding](readFileSync(file)).toString()).toBe(`first${filler}`);
      const { etag } = await variantIn(page, encoding);
      expect(statSync(file).mtimeMs).toBe(timeInTag(etag) * 1000);
      expect(statSync(file).mode & 0o777).toBe(0o644);
    }
    expect(readdirSync(path.join(directory, ".unfinished"))).toEqual([]);
  });

  it("is not written when it has a query, is no page, was not found, or is short", async () => {
    open();
    for (const key of ["/search?q=a", "/search", "/feed.xml?archive=2"]) await ask(key);
    status = 404;
    await ask("/nothing");
    status = 200;
    await written("/last");
    expect(readdirSync(path.join(directory, "pages", siteFolder(siteUrl, headersDigest())))).toEqual(["last"]);
  });

  it("is written again for who asks memory, when somebody took it away, and not at every hit", async () => {
    open();
    await written("/news");
    rmSync(fileOf("/news"));
    expect(hit("/news")).toBe(true);
    await quiet();
    expect(read("/news")).toBeNull();
    setClock(new Date(Date.now() + 10_001));
    expect(hit("/news")).toBe(true);
    await written("/news");
    const before = statSync(fileOf("/news")).ino;
    setClock(new Date(Date.now() + 20_002));
    expect(hit("/news")).toBe(true);
    await quiet();
    expect(statSync(fileOf("/news")).ino).toBe(before);
  });

  it("is not written beyond the limit", async () => {
    open({ limit: 1_000 });
    await written("/a");
    await ask("/b");
    await quiet();
    expect(read("/b")).toBeNull();
  });
});

describe("a change", () => {
  it("takes away what it names before it returns: the page, its further pages, in every version of the site", async () => {
    open();
    await written("/", "/page/2", "/news", "/news/page/2", "/news/page/3", "/news/sleep", "/sitemap");
    const other = path.join(directory, "pages", "00000000-https-magazine.example", "news");
    mkdirSync(path.join(other, "page/7"), { recursive: true });
    for (const folder of [other, path.join(other, "page/7")])
      writeFileSync(path.join(folder, "index.html.br"), "older");
    cache.changed(["/news", "/tag/nowhere"]);
    for (const key of ["/news", "/news/page/2", "/news/page/3", "/sitemap"])
      expect(existsSync(fileOf(key)), key).toBe(false);
    expect(readdirSync(other)).toEqual([]);
    for (const key of ["/", "/page/2", "/news/sleep"]) expect(read(key), key).toBe("first");
  });

  it("that names nothing takes everything away, and leaves nothing behind", async () => {
    open();
    await written("/", "/news");
    cache.changed([]);
    expect(existsSync(path.join(directory, "pages"))).toBe(false);
    await vi.waitFor(() => {
      expect(readdirSync(path.join(directory, ".removed"))).toEqual([]);
    });
  });

  it("beats a page that is being written, whether it names it or not", async () => {
    open();
    await ask("/news");
    await ask("/about-us");
    cache.cool(0);
    text = "second";
    cache.changed(["/news"]);
    // What was named is made again by itself.
    await vi.waitFor(() => {
      expect([read("/news"), read("/about-us")]).toEqual(["second", null]);
    });
    await quiet();
    expect(readdirSync(path.join(directory, ".unfinished"))).toEqual([]);
    expect(read("/about-us")).toBeNull();
  });

  it("has the pages that it does not name replaced, or removed within a minute, whoever wrote them", async () => {
    open({ grace: 300 });
    await quiet();
    await written("/hot", "/cold");
    const foreign = path.join(directory, "pages", "00000000-http-magazine.example", "old");
    mkdirSync(foreign, { recursive: true });
    writeFileSync(path.join(foreign, "index.html"), "of a process that is gone");
    await quiet();
    cache.cool(0);
    text = "second";
    cache.changed(["/news"]);
    expect([read("/hot"), read("/cold")]).toEqual(["first", "first"]);
    await quiet();
    await ask("/hot");
    await vi.waitFor(
      () => {
        expect([read("/hot"), read("/cold")]).toEqual(["second", null]);
        expect(existsSync(path.dirname(foreign))).toBe(false);
      },
      { timeout: 5_000 },
    );
    expect(existsSync(folderOf("/cold"))).toBe(false);
  });

  it("after which a page is found no more takes its file away", async () => {
    open();
    await written("/news/sleep");
    cache.cool(0);
    cache.changed(["/about-us"]);
    status = 404;
    await ask("/news/sleep");
    expect(read("/news/sleep")).toBeNull();
  });
});

describe("time", () => {
  it("takes away what it changes at the moment", async () => {
    open();
    await written("/news", "/about-us");
    const soon = new Date(Date.now() + 300);
    cache.plan([{ at: soon, paths: ["/news"] }]);
    cache.cool(0);
    expect(read("/news")).toBe("first");
    await vi.waitFor(
      () => {
        expect(read("/news")).toBeNull();
      },
      { timeout: 5_000, interval: 5 },
    );
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
    // A busy machine may be late, a minute is what other pages have.
    expect(Date.now() - soon.getTime()).toBeLessThan(2_000);
    expect(read("/about-us")).toBe("first");
  });

  it("lets no page come into place that was made before and is written after", async () => {
    open();
    cache.plan([{ at: new Date(Date.now() + 60_000), paths: null }]);
    await ask("/news");
    // The timer has not been heard yet.
    setClock(new Date(Date.now() + 60_001));
    await quiet();
    expect(read("/news")).toBeNull();
  });
});

describe("an outage of the database", () => {
  it("leaves the last good pages, until changes are heard of again", async () => {
    open({ grace: 50 });
    await quiet();
    await quiet();
    await written("/news");
    cache.cool(0);
    cache.doubt(Date.now());
    await quiet();
    await quiet();
    expect(read("/news")).toBe("first");
    cache.resume();
    await vi.waitFor(() => {
      expect(read("/news")).toBeNull();
    });
  });

  it("leaves them for an hour", async () => {
    open();
    await written("/news");
    vi.useFakeTimers();
    cache.doubt(Date.now());
    vi.advanceTimersByTime(3_599_000);
    expect(read("/news")).toBe("first");
    vi.advanceTimersByTime(1_000);
    expect(read("/news")).toBeNull();
    vi.useRealTimers();
  });
});

describe("the start", () => {
  it("removes what another process left: nobody knows what changed since", async () => {
    open();
    await written("/news");
    await close();
    expect(read("/news")).toBe("first");
    open();
    expect(read("/news")).toBeNull();
  });
});

describe("a file system that fails", () => {
  it("is said once; readers are answered, and the page that could not be replaced goes", async () => {
    const warned = vi.spyOn(log(), "warn");
    open();
    await written("/news", "/other");
    // A file in place of the folder: nobody can write there, not even the super-user.
    rmSync(path.join(directory, ".unfinished"), { recursive: true, force: true });
    writeFileSync(path.join(directory, ".unfinished"), "");
    cache.cool(0);
    text = "second";
    cache.changed(["/about-us"]);
    expect(await ask("/news")).not.toBeNull();
    expect(await ask("/other")).not.toBeNull();
    await vi.waitFor(() => {
      expect(read("/news")).toBeNull();
    });
    expect(warned.mock.calls.filter(([, words]) => String(words).includes("could not be written"))).toHaveLength(1);
    warned.mockRestore();
  });

  it("keeps nobody from starting", async () => {
    const blocked = path.join(directory, "file");
    writeFileSync(blocked, "");
    chmodSync(blocked, 0o444);
    const before = directory;
    directory = path.join(blocked, "folder");
    open();
    expect(await ask("/news")).not.toBeNull();
    cache.changed(["/news"]);
    cache.changed([]);
    await close();
    directory = before;
  });
});
