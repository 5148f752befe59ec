/** Publishing, and what a real hub, its subscriber and a search engine's endpoint hear of it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { unscheduleArticle } from "@/lib/articles/commands/unschedule-article";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env";
import { deliverAnnouncements } from "@/lib/hooks/commands/deliver";
import { noteVisibility, prepareHooks } from "@/lib/hooks/commands/note-changes";
import { webSubHub } from "@/lib/hooks/hub";
import { setHookPace } from "@/lib/hooks/pace";
import { hookFacts } from "@/lib/hooks/queries";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";
import { createPage, updatePage } from "@/lib/pages/commands";
import { updateCategory } from "@/lib/taxonomy/category-commands";
import { aCategory, aPublishedArticle, paragraphs, testActor } from "@/tests/factories/articles";
import { anIndexNowEndpoint, type IndexNow } from "@/tests/factories/indexnow";
import { aTopicSite, type TopicSite } from "@/tests/factories/topic-site";
import { aWebSubHub, type WebSubHub } from "@/tests/factories/websub-hub";
import { aWebSubSubscriber, type WebSubSubscriber } from "@/tests/factories/websub-subscriber";

vi.setConfig({ testTimeout: 60_000 });

const pace = { poll: 100, beat: 0.2, silence: 2, patience: 2_000 };
let site: TopicSite;
let hub: WebSubHub;
let engine: IndexNow;
let subscriber: WebSubSubscriber;
let stopping: (() => Promise<void>)[] = [];

beforeAll(async () => {
  site = await aTopicSite();
  hub = await aWebSubHub();
  engine = await anIndexNowEndpoint();
  setEnvironment({
    SITE_URL: site.url,
    WEBSUB_HUB_URL: hub.url,
    INDEXNOW_KEY: "0123456789abcdef",
    INDEXNOW_URL: engine.url,
  });
  await aPublishedArticle({ slug: "first", headline: "First" });
  subscriber = await aWebSubSubscriber();
  await subscriber.subscribe(`${site.url}/feed.xml`);
  await subscriber.subscribe(`${site.url}/news/feed.xml`);
});
beforeEach(async () => {
  await database().announcement.deleteMany();
  await database().hookTarget.updateMany({
    data: { notBefore: null, failures: 0, lastError: null, lastErrorAt: null },
  });
  await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
  setHookPace({ settle: 150, interval: 100, pause: 200 });
  hub.pings.length = 0;
  hub.refuse = () => undefined;
  engine.submissions.length = 0;
  engine.times.length = 0;
  subscriber.deliveries.length = 0;
});
afterEach(async () => {
  await Promise.all(stopping.map((stop) => stop()));
  stopping = [];
});
afterAll(async () => {
  setHookPace(null);
  await Promise.all([site.stop(), hub.stop(), engine.stop(), subscriber.stop()]);
  setEnvironment({ SITE_URL: "", WEBSUB_HUB_URL: "", INDEXNOW_KEY: "", INDEXNOW_URL: "" });
});

function anInstance(): void {
  stopping.push(startJobs(tasks, pace));
}

/** Until nothing waits and nobody works. */
async function told(): Promise<void> {
  await eventually(async () => {
    expect(await database().announcement.count()).toBe(0);
    expect(await sql("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'announce'")).toEqual([]);
  });
}
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 30_000, interval: 50 });
const paths = (urls: readonly string[]): string[] => urls.map((url) => url.replace(site.url, ""));
const submitted = (): string[] => paths(engine.submissions.flat()).sort();
const waitingPaths = async (target: string): Promise<string[]> =>
  (await database().announcement.findMany({ where: { target }, orderBy: { path: "asc" } })).map(({ path }) => path);

describe("a hub, its subscriber and a search engine", () => {
  it("hear of a new article once: every feed that shows it, and every address", async () => {
    anInstance();
    await aPublishedArticle({ slug: "fresh", headline: "Fresh" });
    await told();
    const lists = ["", "/author/the-editors", "/news"];
    const feeds = lists.flatMap((list) => ["atom.xml", "feed.json", "feed.xml"].map((file) => `${list}/${file}`));
    expect(paths(hub.pings).sort()).toEqual(feeds.sort());
    await eventually(() => expect(subscriber.deliveries).toHaveLength(2));
    expect(paths(subscriber.deliveries.map(({ topic }) => topic)).sort()).toEqual(["/feed.xml", "/news/feed.xml"]);
    expect(subscriber.deliveries[0]).toMatchObject({
      body: expect.stringContaining("<title>Fresh</title>") as string,
      contentType: "application/rss+xml; charset=utf-8",
    });
    expect(subscriber.refused).toBe(0);
    expect(engine.submissions).toHaveLength(1);
    expect(submitted()).toEqual(["/", "/author/the-editors", "/news", "/news/fresh"]);
    expect(await hookFacts("websub")).toMatchObject({ waiting: 0, failures: 0, lastError: null });
    expect((await hookFacts("indexnow")).lastSuccessAt).not.toBeNull();
  });

  it("hear of a bulk change in few requests, with everything in it", async () => {
    const slugs = Array.from({ length: 30 }, (_, index) => `bulk-${String(index)}`);
    for (const slug of slugs) await aPublishedArticle({ slug });
    expect(hub.pings).toEqual([]);
    anInstance();
    await told();
    expect(hub.pings).toHaveLength(9);
    expect(engine.submissions).toHaveLength(1);
    expect(submitted()).toEqual(expect.arrayContaining(slugs.map((slug) => `/news/${slug}`)));
  });

  it("hear of an update and of a withdrawal", async () => {
    const { articleId, version } = await aPublishedArticle({ slug: "doubtful", headline: "Doubtful" });
    anInstance();
    await told();
    await withdrawArticle(testActor, { articleId, expectedVersion: version, reason: "Wrong.", gone: false });
    await told();
    await eventually(() => expect(subscriber.deliveries.at(-1)?.body).not.toContain("Doubtful"));
    expect(paths(engine.submissions.at(-1) ?? [])).toContain("/news/doubtful");
  });

  it("hear of the old and the new address of an article that moves", async () => {
    const { articleId } = await aPublishedArticle({ slug: "before" });
    await database().announcement.deleteMany();
    const { version, copy } = await getWorkingCopy(testActor, articleId);
    const saved = await saveArticle(testActor, {
      articleId,
      expectedVersion: version,
      workingCopy: { ...copy, slug: "after", body: paragraphs("More.") },
    });
    await publishArticle(testActor, { articleId, expectedVersion: saved.version });
    expect(await waitingPaths("indexnow")).toEqual(expect.arrayContaining(["/news/before", "/news/after"]));
  });

  it("hear of a category's old and new address, and of those of its articles", async () => {
    const id = await aCategory("old-desk");
    await aPublishedArticle({ slug: "inside", categoryId: id });
    await aPublishedArticle({ slug: "later", categoryId: id }, { visibleFrom: new Date(Date.now() + 3_600_000) });
    await database().announcement.deleteMany();
    const category = { slug: "new-desk", name: "New desk", description: "", parentId: null };
    await updateCategory(testActor, { id, expectedVersion: 1, category });
    expect(await waitingPaths("indexnow")).toEqual([
      ...["/", "/new-desk", "/new-desk/inside", "/old-desk", "/old-desk/inside"],
    ]);
    expect(await waitingPaths("websub")).toEqual([
      ...["/atom.xml", "/feed.json", "/feed.xml", "/new-desk/atom.xml", "/new-desk/feed.json", "/new-desk/feed.xml"],
    ]);
  });

  it("hear of static pages: their address alone, and both when it moves", async () => {
    const page = { slug: "imprint", title: "Imprint", body: paragraphs("Us."), seoTitle: null, seoDescription: null };
    const { id, version } = await createPage(testActor, page);
    expect([await waitingPaths("indexnow"), await waitingPaths("websub")]).toEqual([["/imprint"], []]);
    await updatePage(testActor, { id, expectedVersion: version, page: { ...page, slug: "publisher" } });
    expect(await waitingPaths("indexnow")).toEqual(["/", "/imprint", "/publisher"]);
  });
});

describe("what is planned", () => {
  it("is told at its moment and no sooner, its address never before", async () => {
    anInstance();
    const at = new Date(Date.now() + 6_000);
    await aPublishedArticle({ slug: "secret", headline: "Secret" }, { visibleFrom: at });
    expect(await database().announcement.count()).toBe(0);
    // Another change meanwhile does not betray it.
    await aPublishedArticle({ slug: "harmless" });
    await eventually(() => expect(submitted()).toContain("/news/secret"));
    const round = engine.submissions.findIndex((urls) => paths(urls).includes("/news/secret"));
    expect(engine.times[round]).toBeGreaterThanOrEqual(at.getTime());
    expect(paths(engine.submissions[0] ?? [])).toContain("/news/harmless");
    expect(round).toBe(1);
    await eventually(() => expect(subscriber.deliveries.at(-1)?.body).toContain("Secret"));
  });

  it("is told when it ends", async () => {
    anInstance();
    const visibleUntil = new Date(Date.now() + 3_000);
    await aPublishedArticle({ slug: "limited", headline: "Limited" }, { visibleUntil });
    await told();
    await eventually(() => expect(submitted().filter((path) => path === "/news/limited")).toHaveLength(2));
    expect(engine.times.at(-1)).toBeGreaterThanOrEqual(visibleUntil.getTime());
  });

  it("is not told when it was put off or given up", async () => {
    const soon = (seconds: number) => new Date(Date.now() + seconds * 1000);
    const one = await aPublishedArticle({ slug: "put-off" }, { visibleFrom: soon(1.5) });
    const other = await aPublishedArticle({ slug: "given-up" }, { visibleFrom: soon(1.5) });
    await rescheduleArticle(testActor, {
      articleId: one.articleId,
      expectedVersion: one.version,
      visibleFrom: soon(3_600),
    });
    await unscheduleArticle(testActor, { articleId: other.articleId, expectedVersion: other.version });
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await noteVisibility();
    expect(await database().announcement.count()).toBe(0);
  });

  it("does not come out when the live version is withdrawn before the new address came", async () => {
    const { articleId } = await aPublishedArticle({ slug: "live-one" });
    const { version, copy } = await getWorkingCopy(testActor, articleId);
    const workingCopy = { ...copy, slug: "never-seen" };
    const saved = await saveArticle(testActor, { articleId, expectedVersion: version, workingCopy });
    const visibleFrom = new Date(Date.now() + 3_600_000);
    const planned = await publishArticle(testActor, { articleId, expectedVersion: saved.version, visibleFrom });
    await withdrawArticle(testActor, { articleId, expectedVersion: planned.version, reason: "No.", gone: false });
    const waiting = await waitingPaths("indexnow");
    expect(waiting).toContain("/news/live-one");
    expect(waiting).not.toContain("/news/never-seen");
  });

  it("is found by the next start when its moment passed while nobody ran", async () => {
    await aPublishedArticle({ slug: "overnight" }, { visibleFrom: new Date(Date.now() + 1_000) });
    await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    anInstance();
    await prepareHooks();
    await told();
    expect(submitted()).toContain("/news/overnight");
  });
});

describe("when the other side does not do its part", () => {
  it("a hub that is down for a while is told when it is back", async () => {
    await hub.stop();
    anInstance();
    await aPublishedArticle({ slug: "unheard", headline: "Unheard" });
    await eventually(async () => expect((await hookFacts("websub")).failures).toBeGreaterThanOrEqual(2));
    const { waiting, lastError } = await hookFacts("websub");
    expect([waiting, lastError]).toEqual([9, expect.stringContaining("ECONNREFUSED")]);
    // The search engine is not held up by it.
    await eventually(() => expect(submitted()).toContain("/news/unheard"));
    await hub.start();
    await told();
    await eventually(() => expect(subscriber.deliveries.at(-1)?.body).toContain("Unheard"));
    expect(await hookFacts("websub")).toMatchObject({ failures: 0, waiting: 0 });
  });

  it("gets the time it asks for (Retry-After), also from changes that come meanwhile", async () => {
    engine.failures.push({ status: 429, headers: { "Retry-After": "3" } });
    const before = engine.requests;
    anInstance();
    await aPublishedArticle({ slug: "patient" });
    await eventually(() => expect(engine.requests).toBe(before + 1));
    const asked = Date.now();
    await aPublishedArticle({ slug: "impatient" });
    await eventually(() => expect(engine.requests).toBe(before + 2));
    expect(Date.now() - asked).toBeGreaterThan(2_500);
    await told();
    expect(submitted()).toEqual(expect.arrayContaining(["/news/patient", "/news/impatient"]));
  });

  it("a refusal is final, and is kept to be seen", async () => {
    hub.refuse = (topic) => (topic.endsWith("/news/atom.xml") ? { status: 403, body: "not\nthis one" } : undefined);
    anInstance();
    await aPublishedArticle({ slug: "unwelcome" });
    await told();
    expect(paths(hub.pings)).toHaveLength(8);
    expect(await hookFacts("websub")).toMatchObject({ failures: 0, lastError: "/news/atom.xml: 403 not this one" });
  });

  it("a redirect is not followed", async () => {
    const hits = hub.requests;
    hub.refuse = () => ({ status: 307, headers: { Location: engine.url } });
    const before = engine.requests;
    await aPublishedArticle({ slug: "elsewhere" });
    await deliverAnnouncements("websub", new AbortController().signal);
    expect([hub.requests - hits, engine.requests - before]).toEqual([9, 0]);
    expect((await hookFacts("websub")).lastError).toMatch(/307.*redirects are not followed/);
  });

  it("a key file that is not there is a refusal by the search engine", async () => {
    await aPublishedArticle({ slug: "keyless" });
    setEnvironment({ SITE_URL: hub.url.replace(/\/$/, "") });
    await deliverAnnouncements("indexnow", new AbortController().signal);
    setEnvironment({ SITE_URL: site.url });
    expect(await hookFacts("indexnow")).toMatchObject({ waiting: 0, lastError: "403 key not valid" });
  });

  it("drops what nobody wants to hear any more", async () => {
    await aPublishedArticle({ slug: "stale" });
    await sql("UPDATE announcement SET created_at = now() - interval '4 days'");
    await deliverAnnouncements("indexnow", new AbortController().signal);
    expect(engine.submissions).toEqual([]);
    expect((await hookFacts("indexnow")).waiting).toBe(0);
  });
});

describe("several instances", () => {
  it("tell everybody once, with everything", async () => {
    anInstance();
    anInstance();
    anInstance();
    const slugs = Array.from({ length: 12 }, (_, index) => `crowd-${String(index)}`);
    for (const slug of slugs) await aPublishedArticle({ slug });
    await told();
    const times = slugs.map((slug) => submitted().filter((path) => path === `/news/${slug}`).length);
    expect(times).toEqual(slugs.map(() => 1));
    await eventually(() => expect(subscriber.deliveries.at(-1)?.body).toContain("crowd-11"));
    const seen = subscriber.deliveries.map(({ topic, body }) => topic + body);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("lose nothing that changes while it is told", async () => {
    await aPublishedArticle({ slug: "twice" });
    const during = aPublishedArticleWhile("twice-more");
    hub.refuse = during.refuse;
    await deliverAnnouncements("websub", new AbortController().signal);
    await during.done();
    // Every feed that the second change touched again waits still.
    expect(await waitingPaths("websub")).toHaveLength(9);
  });
});

/** Publishes while the hub is answering for the first time. */
function aPublishedArticleWhile(slug: string): { refuse: () => undefined; done: () => Promise<unknown> } {
  let publishing: Promise<unknown> | undefined;
  return {
    refuse: () => {
      publishing ??= aPublishedArticle({ slug });
      return undefined;
    },
    done: async () => publishing,
  };
}

describe("what nobody is told", () => {
  it("is anything, when the magazine's address is one that only this machine knows", async () => {
    setEnvironment({ WEBSUB_HUB_URL: "https://hub.example.com/", INDEXNOW_URL: "https://api.indexnow.org/indexnow" });
    expect(webSubHub()).toBeNull();
    await aPublishedArticle({ slug: "at-home" });
    expect(await database().announcement.count()).toBe(0);
    setEnvironment({ SITE_URL: "https://magazine.org" });
    expect(webSubHub()).toBe("https://hub.example.com/");
    await aPublishedArticle({ slug: "in-public" });
    expect(await database().announcement.count()).toBeGreaterThan(0);
    setEnvironment({ SITE_URL: site.url, WEBSUB_HUB_URL: hub.url, INDEXNOW_URL: engine.url });
  });
});
