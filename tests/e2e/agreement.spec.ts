/**
 * A publish, an update and a withdrawal make everything that programs and readers are given agree, at once: pages,
 * feeds in every format, both sitemaps; and a hub tells the subscribers. The magazine is a process of its own, and what
 * happens in it happens through the verbs.
 */
import path from "node:path";
import { expect, test } from "@playwright/test";
import { parseFeed } from "feedsmith";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { disconnect } from "@/lib/db/client";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "@/lib/db/embedded/server";
import { deployMigrations } from "@/lib/db/migrations";
import { setEnvironment } from "@/lib/env";
import { aCategory, aDesk, aPublishedArticle, aTag, paragraphs, testActor } from "../factories/articles";
import { aWebSubHub, type WebSubHub } from "../factories/websub-hub";
import { aWebSubSubscriber, type WebSubSubscriber } from "../factories/websub-subscriber";
import { ask } from "./ask";
import { freePort, magazines, statusOf, type Magazines } from "./magazine-process";

test.describe.configure({ mode: "serial" });

let own: Magazines;
let postgres: EmbeddedDatabase;
let base: string;
let hub: WebSubHub;
let subscriber: WebSubSubscriber;

test.beforeAll(async () => {
  own = magazines();
  postgres = await startEmbeddedDatabase(path.join(own.directory, "postgres"), { settings: { fsync: "off" } });
  await deployMigrations(postgres.url);
  hub = await aWebSubHub();
  subscriber = await aWebSubSubscriber();
  const port = String(await freePort());
  base = `http://localhost:${port}`;
  const variables = { DATABASE_URL: postgres.url, SITE_URL: base, WEBSUB_HUB_URL: hub.url };
  setEnvironment({ ...variables, DATA_DIR: own.directory, LOG_LEVEL: "silent" });
  for (let number = 1; number <= 40; number += 1) {
    const visibleFrom = new Date(Date.now() - number * 5 * 3_600_000);
    const categoryId = await aCategory(number % 2 ? "news" : "growth-psychology");
    await aPublishedArticle(
      { slug: `piece-${String(number)}`, categoryId, tagIds: [await aTag("stress")] },
      { visibleFrom },
    );
  }
  await own.start({ ...variables, PORT: port, AUTH_SECRET: "s".repeat(32) });
  await expect.poll(() => statusOf(`${base}/readyz`), { timeout: 90_000 }).toBe(200);
});

test.afterAll(async () => {
  await disconnect();
  await Promise.all([hub.stop(), subscriber.stop()]);
  await own.end();
});

/** Paths that `pattern` finds in a document. */
async function pathsOn(address: string, pattern: RegExp): Promise<string[]> {
  const { status, text } = await ask(base + address);
  expect(status, address).toBe(200);
  return [...text.matchAll(pattern)].map(([, found = ""]) => new URL(found, base).pathname);
}

/** Addresses of a feed's articles, and of the document with older ones. */
function readLinks(text: string): { links: (string | undefined)[]; older: string | undefined } {
  const older = /rel="prev-archive"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="prev-archive"/.exec(text);
  const { format, feed } = parseFeed(text);
  switch (format) {
    case "json":
      return { links: (feed.items ?? []).map(({ url }) => url), older: feed.next_url };
    case "atom": {
      const links = (feed.entries ?? []).map(
        (entry) => entry.links?.find(({ rel }) => rel === "alternate" || !rel)?.href,
      );
      return { links, older: older?.[1] ?? older?.[2] };
    }
    case "rss":
      return { links: (feed.items ?? []).map(({ link }) => link), older: older?.[1] ?? older?.[2] };
    default:
      throw new Error(`${format} is no format of ours`);
  }
}

/** Every path of a feed: what is newest, and from there through its archives. */
async function feedPaths(address: string): Promise<string[]> {
  const paths: string[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const { status, text } = await ask(next.startsWith("/") ? base + next : next);
    expect(status, next).toBe(200);
    const { links, older } = readLinks(text);
    paths.push(...links.map((link) => new URL(link ?? "").pathname));
    next = older;
  }
  expect(new Set(paths).size, address).toBe(paths.length);
  return paths;
}

const cards = /<a[^>]+href="(\/(?:news|growth-psychology)\/(?!page\/)[\w-]+)"/g;

/** Every page of a list. */
async function listPaths(list: string): Promise<Set<string>> {
  const paths = new Set<string>();
  for (let page = 1; ; page += 1) {
    const address = page === 1 ? list : `${list}/page/${String(page)}`;
    const { status, text } = await ask(base + address);
    if (status === 404) return paths;
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
    for (const [, found = ""] of main.matchAll(cards)) paths.add(found);
  }
}

const locations = /<loc>([^<]+)<\/loc>/g;

/** What each place says is public, as sorted paths. Only places that show everything. */
async function everywhere(): Promise<Record<string, string[]>> {
  const lists = await Promise.all(["/news", "/growth-psychology"].map(listPaths));
  const [archive, sitemap, ...feeds] = await Promise.all([
    pathsOn("/sitemap", cards),
    pathsOn("/sitemaps/articles-1.xml", locations),
    ...["/feed.xml", "/atom.xml", "/feed.json"].map(feedPaths),
  ]);
  const tagged = await Promise.all(["/tag/stress/feed.xml", "/author/the-editors/feed.json"].map(feedPaths));
  const categories = await Promise.all(["/news/feed.xml", "/growth-psychology/atom.xml"].map(feedPaths));
  const sets: Record<string, Iterable<string>> = {
    categories: lists.flatMap((list) => [...list]),
    tag: await listPaths("/tag/stress"),
    author: await listPaths("/author/the-editors"),
    archive: archive.filter((found) => found.split("/").length === 3),
    sitemap,
    rss: feeds[0] ?? [],
    atom: feeds[1] ?? [],
    json: feeds[2] ?? [],
    tagFeed: tagged[0] ?? [],
    authorFeed: tagged[1] ?? [],
    categoryFeeds: categories.flat(),
  };
  return Object.fromEntries(Object.entries(sets).map(([place, paths]) => [place, [...new Set(paths)].sort()]));
}

/**
 * All places agree on a set that `holds`. The verbs run in this process, the site in others, which hear of a change by a
 * notification: they may take a moment.
 */
async function expectAgreement(holds: (sitemap: string[]) => void): Promise<void> {
  await expect(async () => {
    const { sitemap = [], ...others } = await everywhere();
    holds(sitemap);
    for (const [place, paths] of Object.entries(others)) expect(paths, place).toEqual(sitemap);
    for (const address of sitemap) expect((await ask(base + address)).status, address).toBe(200);
  }).toPass({ timeout: 15_000 });
}

test("before anything happens, all places name the same forty articles", async () => {
  await expectAgreement((sitemap) => {
    expect(sitemap).toHaveLength(40);
  });
  expect(await pathsOn("/news-sitemap.xml", locations)).toHaveLength(9);
});

test("publishing, moving and withdrawing an article: every place follows, and the subscriber is told", async () => {
  await subscriber.subscribe(`${base}/feed.xml`);
  const categoryId = await aCategory("news");
  const fresh = { slug: "fresh", headline: "Fresh", categoryId, tagIds: [await aTag("stress")] };
  const draft = {
    ...fresh,
    excerpt: "What this article is about.",
    body: paragraphs("Its text."),
    authorIds: [await aDesk()],
  };
  const { articleId, version } = await aPublishedArticle(draft);
  await expectAgreement((sitemap) => {
    expect(sitemap).toContain("/news/fresh");
  });
  for (const address of ["/", "/news", "/news-sitemap.xml"]) {
    expect((await ask(base + address)).text, address).toContain("/news/fresh");
  }
  await expect.poll(() => subscriber.deliveries.at(-1)?.body ?? "", { timeout: 30_000 }).toContain("/news/fresh");

  const workingCopy = { ...draft, slug: "moved", headline: "Moved" };
  const saved = await saveArticle(testActor, { articleId, expectedVersion: version, workingCopy });
  const again = await publishArticle(testActor, { articleId, expectedVersion: saved.version });
  await expectAgreement((sitemap) => {
    expect(sitemap).toContain("/news/moved");
    expect(sitemap).not.toContain("/news/fresh");
  });
  const old = await ask(`${base}/news/fresh`);
  expect([old.status, old.headers.get("location")]).toEqual([301, "/news/moved"]);
  await expect.poll(() => subscriber.deliveries.at(-1)?.body ?? "", { timeout: 30_000 }).toContain("/news/moved");

  const request = { articleId, expectedVersion: again.version, reason: "A source was withdrawn.", gone: false };
  await withdrawArticle(testActor, request);
  await expectAgreement((sitemap) => {
    expect(sitemap).toHaveLength(40);
    expect(sitemap).not.toContain("/news/moved");
  });
  for (const address of ["/", "/news", "/news-sitemap.xml"]) {
    expect((await ask(base + address)).text, address).not.toContain("/news/moved");
  }
  const notice = await ask(`${base}/news/moved`);
  expect(notice.status).toBe(200);
  expect(notice.text).toContain("A source was withdrawn.");
  await expect.poll(() => subscriber.deliveries.at(-1)?.body ?? "", { timeout: 30_000 }).not.toContain("/news/moved");
  expect(subscriber.refused).toBe(0);
});
