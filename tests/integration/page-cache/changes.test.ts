import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { ArticleReference } from "@/lib/articles/schema";
import { setClock } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { VersionFollower } from "@/lib/content-version/follow-versions";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import type { Rendered } from "@/lib/page-cache/kept-page";
import { listLikelyPages, listOneOfEachKind, listTurns } from "@/lib/page-cache/queries";
import { routeOf } from "@/lib/page-cache/routes";
import { startPageCache, type RunningPageCache } from "@/lib/page-cache/start";
import { findArticle } from "@/lib/publications/queries/article";
import { aCategory, aDraft, aPublishedArticle, aTag, testActor } from "@/tests/factories/articles";

let running: RunningPageCache;
let article: ArticleReference;
const path = "/news/a-story";

let made: string[] = [];

/** An article's headline, from the readers' query; other pages say nothing of their own. */
async function render(key: string): Promise<Rendered> {
  made.push(key);
  const [, , slug] = key.split("/");
  const found = slug === undefined ? null : await findArticle(slug);
  const status = slug !== undefined && !found ? 404 : 200;
  return { status, headers: { "content-type": "text/html" }, body: Buffer.from(found?.headline ?? "page") };
}

beforeAll(async () => {
  article = await aPublishedArticle({ slug: "a-story", headline: "The story", tagIds: [await aTag("stress")] });
  running = await startPageCache({ render, limit: 4 * 1024 * 1024, sharedMaxAge: null });
});

afterAll(() => running.stop());

/** Makes a page, so that it is in memory. */
const read = (key: string): Promise<unknown> => running.cache.find(routeOf(key)!);

/** Whether a page would be answered from memory this very moment. */
function isFresh(key: string): boolean {
  const response = { writeHead: () => undefined, end: () => undefined } as unknown as ServerResponse;
  return running.cache.answerHit({ headers: {}, method: "GET" } as unknown as IncomingMessage, response, key);
}

/** The background makes again what was taken away; that is what shows. */
async function isMadeAgain(...keys: string[]): Promise<void> {
  await vi.waitFor(
    () => {
      expect(made).toEqual(expect.arrayContaining(keys));
    },
    { timeout: 15_000, interval: 20 },
  );
}

beforeEach(async () => {
  // What the test before caused in the background has come to an end.
  await vi.waitFor(
    async () => {
      for (const key of ["/", path, "/news", "/about-us"]) await read(key);
      expect(["/", path, "/news", "/about-us"].map(isFresh)).toEqual([true, true, true, true]);
    },
    { timeout: 15_000 },
  );
  made = [];
});

/** The connection on which notifications come has to be made anew. */
async function cutListening(): Promise<void> {
  await sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'mental-health-network changes' AND datname = current_database()`,
  );
}

describe("a change", () => {
  it("of this process takes its pages away before the verb returns, without any notification", async () => {
    const deaf = [vi.spyOn(VersionFollower.prototype, "notified"), vi.spyOn(VersionFollower.prototype, "caughtUp")];
    for (const ear of deaf) ear.mockImplementation(() => undefined);
    const keys = [path, "/news", "/", "/tag/stress"];
    for (let round = 0; round < 5; round += 1) {
      for (const key of keys) await read(key);
      made = [];
      const { articleId, version } = article;
      await publishArticle(testActor, { articleId, expectedVersion: version }).then((published) => {
        article = published;
        expect(keys.filter((key) => isFresh(key) && !made.includes(key))).toEqual([]);
      });
    }
    for (const ear of deaf) ear.mockRestore();
  });

  it("that is rolled back takes nothing away", async () => {
    const failing = transaction(async (tx) => {
      await bumpContentVersion(tx, { paths: [path] });
      throw new Error("no");
    });
    // Watched at its door: what other changes bring to an end by time may still be under way in the background.
    const told = vi.spyOn(running.cache, "changed");
    await expect(failing).rejects.toThrow("no");
    expect(told.mock.calls.flat(2)).not.toContain(path);
    await transaction((tx) => bumpContentVersion(tx, { paths: [path] }));
    expect(told.mock.calls.flat(2)).toContain(path);
    told.mockRestore();
  });

  it("of another process takes away what its notification names", async () => {
    await sql(
      `WITH raised AS (UPDATE content_version SET version = version + 1 RETURNING version)
       SELECT pg_notify('content_changed', json_build_object('version', version, 'paths', json_build_array($1::text))::text)
       FROM raised`,
      ["/about-us"],
    );
    await isMadeAgain("/about-us");
  });

  it("of which no notification came is noticed by its version", async () => {
    await sql("UPDATE content_version SET version = version + 1");
    await isMadeAgain("/about-us", path);
  });

  it("that came while the connection was cut is noticed when it is back", async () => {
    await cutListening();
    await sql("UPDATE content_version SET version = version + 1");
    await isMadeAgain("/about-us");
  });

  it("in a notification that nobody can read may be any", async () => {
    await sql("SELECT pg_notify('content_changed', 'rubbish')");
    await isMadeAgain("/about-us");
  });

  it("is told again after a version that went back: the database is another", async () => {
    await sql("UPDATE content_version SET version = version - 1");
    await isMadeAgain("/about-us");
  });
});

describe("the clock", () => {
  it("brings what was scheduled, at the moment, on all of its pages", async () => {
    const soon = new Date(Date.now() + 3_600_000);
    const { articleId, version } = await aDraft({ slug: "later", headline: "Later" });
    await publishArticle(testActor, { articleId, expectedVersion: version, visibleFrom: soon });
    await vi.waitFor(() => {
      expect(running.cache.timeline.next).toBe(soon.getTime());
    });
    for (const key of ["/news/later", "/news", "/"]) await read(key);
    setClock(new Date(soon.getTime() - 1));
    expect(isFresh("/news")).toBe(true);
    setClock(soon);
    expect(["/news/later", "/news", "/"].map(isFresh)).toEqual([false, false, false]);
    expect(await running.cache.find(routeOf("/news/later")!)).toMatchObject({ kind: "page", page: { status: 200 } });
  });

  it("is known for articles, advertisements, the home page and news, in the order of time", async () => {
    const since = new Date();
    const at = (minutes: number): Date => new Date(since.getTime() + minutes * 60_000);
    await aPublishedArticle({ slug: "ends", tagIds: [await aTag("stress")] }, { visibleUntil: at(10) });
    const { articleId } = await aPublishedArticle({ slug: "pinned", categoryId: await aCategory("stress") });
    await sql("INSERT INTO home_slot (slot, article_id, until) VALUES ('lead', $1, $2)", [articleId, at(20)]);
    const turns = await listTurns(since);
    expect(turns.find((turn) => turn.at.getTime() === at(10).getTime())?.paths).toEqual(
      expect.arrayContaining(["/", "/news", "/news/ends", "/tag/stress"]),
    );
    expect(turns.find((turn) => turn.at.getTime() === at(20).getTime())?.paths).toEqual(["/"]);
    expect(turns.filter(({ paths }) => paths?.[0] === "/news-sitemap.xml").length).toBeGreaterThan(0);
    const times = turns.map((turn) => turn.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every((time) => time > since.getTime())).toBe(true);
  });
});

it("warms what readers most likely want when nothing is known", async () => {
  const pages = await listLikelyPages(200);
  expect(pages.slice(0, 2)).toEqual(["/", "/feed.xml"]);
  expect(pages).toContain(path);
  expect(pages).toContain("/news");
  expect(await listLikelyPages(3)).toHaveLength(3);
});

it("warms a page of each kind, whatever readers wanted before", async () => {
  const kinds = await listOneOfEachKind();
  expect(kinds).toEqual(expect.arrayContaining(["/", "/search", "/sitemap", "/no-such-page", "/feed.xml"]));
  for (const kind of [/^\/(?!author\/|tag\/)[a-z0-9-]+\/[a-z0-9-]+$/, /^\/author\//])
    expect(kinds.filter((key) => kind.test(key))).not.toEqual([]);
  made = [];
  await running.warm();
  const isKept = (key: string): boolean => made.includes(key) || running.cache.hottest(1_000).includes(key);
  expect(kinds.filter((key) => !isKept(key))).toEqual([]);
});

it("answers nothing of what was withdrawn, also when the page can't be made", async () => {
  const { articleId, version } = article;
  await withdrawArticle(testActor, { articleId, expectedVersion: version, reason: "It was wrong.", gone: false });
  expect(await running.cache.find(routeOf(path)!)).toMatchObject({ kind: "page", page: { status: 404 } });
});
