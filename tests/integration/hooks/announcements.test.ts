/** Publishing, and what a real hub, its subscriber and a search engine's endpoint hear of it. */
import { describe, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { unscheduleArticle } from "@/lib/articles/commands/unschedule-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { noteVisibility, prepareHooks } from "@/lib/hooks/commands/note-changes";
import { hookFacts } from "@/lib/hooks/queries";
import { createPage, updatePage } from "@/lib/pages/commands";
import { updateCategory } from "@/lib/taxonomy/category-commands";
import { aCategory, aPublishedArticle, paragraphs, testActor } from "@/tests/factories/articles";
import {
  anInstance,
  engine,
  eventually,
  hub,
  paths,
  submitted,
  subscriber,
  told,
  prepareScene,
  waitingPaths,
} from "./scene";

prepareScene();

describe("a hub, its subscriber and a search engine", () => {
  it("hear of a new article once: every feed that shows it, and every address", async () => {
    anInstance();
    await aPublishedArticle({ slug: "fresh", headline: "Fresh" });
    await told();
    const lists = ["", "/author/the-editors", "/news"];
    const feeds = lists.flatMap((list) => ["atom.xml", "feed.json", "feed.xml"].map((file) => `${list}/${file}`));
    expect(paths(hub.pings).sort()).toEqual(feeds.sort());
    await eventually(() => {
      expect(subscriber.deliveries).toHaveLength(2);
    });
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
    await eventually(() => {
      expect(subscriber.deliveries.at(-1)?.body).not.toContain("Doubtful");
    });
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
    await aPublishedArticle({ slug: "later", categoryId: id }, { visibleFrom: new Date(Date.now() + 240 * 3_600_000) });
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
    await eventually(() => {
      expect(submitted()).toContain("/news/secret");
    });
    const round = engine.submissions.findIndex((urls) => paths(urls).includes("/news/secret"));
    expect(engine.times[round]).toBeGreaterThanOrEqual(at.getTime());
    expect(paths(engine.submissions[0] ?? [])).toContain("/news/harmless");
    expect(round).toBe(1);
    await eventually(() => {
      expect(subscriber.deliveries.at(-1)?.body).toContain("Secret");
    });
  });

  it("is told when it ends", async () => {
    anInstance();
    const visibleUntil = new Date(Date.now() + 3_000);
    await aPublishedArticle({ slug: "limited", headline: "Limited" }, { visibleUntil });
    await told();
    await eventually(() => {
      expect(submitted().filter((path) => path === "/news/limited")).toHaveLength(2);
    });
    expect(engine.times.at(-1)).toBeGreaterThanOrEqual(visibleUntil.getTime());
  });

  it("is not told when it was put off or given up", async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const one = await aPublishedArticle({ slug: "put-off" }, { visibleFrom: inHours(1) });
    const other = await aPublishedArticle({ slug: "given-up" }, { visibleFrom: inHours(1) });
    const { articleId, version: expectedVersion } = one;
    await rescheduleArticle(testActor, { articleId, expectedVersion, visibleFrom: inHours(3) });
    await unscheduleArticle(testActor, { articleId: other.articleId, expectedVersion: other.version });
    setClock(inHours(2));
    await noteVisibility();
    expect(await database().announcement.count()).toBe(0);
    setClock(inHours(4));
    await noteVisibility();
    const waiting = await waitingPaths("indexnow");
    expect(waiting).toContain("/news/put-off");
    expect(waiting).not.toContain("/news/given-up");
    // What was seen by that clock is not seen again by the usual one.
    await sql("UPDATE hook_target SET seen_until = now()");
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
