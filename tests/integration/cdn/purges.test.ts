/** What a CDN is told to drop, and when. */
import { describe, expect, it } from "vitest";
import { prepareCdn, notePurge } from "@/lib/cdn/commands/queue-purge";
import { purgeCdn } from "@/lib/cdn/commands/purge";
import { purgeNow } from "@/lib/cdn/commands/purge-now";
import { setCdnPace } from "@/lib/cdn/pace";
import { cdnFacts } from "@/lib/cdn/queries";
import { setClock } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { setEnvironment } from "@/lib/env";
import { aPublishedArticle } from "@/tests/factories/articles";
import { anInstance, cdn, eventually, named, pace, prepareScene, purged, purgesOf, wait } from "./scene";

prepareScene();

const never = new AbortController().signal;
const waiting = (): Promise<unknown[]> => sql("SELECT tags FROM cdn_purge");
const jobs = (): Promise<unknown[]> => sql("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'purge-cdn'");

describe("a change", () => {
  it("has exactly what it names purged after its commit, and once more a little later", async () => {
    const again = 3_000;
    setCdnPace({ ...pace, again });
    await anInstance();
    await aPublishedArticle({ slug: "fresh" });
    await purged();
    const expected = ["/", "/author/the-editors", "/news", "/news/fresh", "/search", "sitemaps"];
    expect(named()).toEqual([expected, expected]);
    const [first, second] = cdn.purges;
    expect(second!.at - first!.at).toBeGreaterThan(again / 2);
    expect(await cdnFacts()).toMatchObject({ waiting: 0, failures: 0, lastError: null });
    expect((await cdnFacts()).lastSuccessAt).not.toBeNull();
  });

  it("that is rolled back purges nothing", async () => {
    await anInstance();
    const failing = transaction(async (tx) => {
      await bumpContentVersion(tx, { paths: ["/news/never"] });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect([await waiting(), await jobs()]).toEqual([[], []]);
    await wait(pace.again);
    expect(cdn.requests).toBe(0);
  });

  it("that may show anywhere purges the whole site by its one tag", async () => {
    await transaction((tx) => bumpContentVersion(tx));
    await purgeCdn(never);
    expect(named()).toEqual([["site"]]);
    // Whatever else is named along with it is part of it.
    await transaction((tx) => bumpContentVersion(tx, { paths: ["/news/other"] }));
    await transaction((tx) => bumpContentVersion(tx));
    await purgeCdn(never);
    expect(named().at(-1)).toEqual(["site"]);
  });

  it("is purged together with others that wait", async () => {
    for (let count = 0; count < 12; count += 1) {
      await transaction((tx) => bumpContentVersion(tx, { paths: [`/news/bulk-${String(count)}`] }));
    }
    expect(await jobs()).toHaveLength(1);
    await wait(pace.again + 50);
    await anInstance();
    await purged();
    expect(named()).toHaveLength(1);
    expect(named()[0]).toHaveLength(14);
  });

  it("is one of the whole site when it names too much", async () => {
    const paths = Array.from({ length: 300 }, (_, index) => `/news/import-${String(index)}`);
    await transaction((tx) => notePurge(tx, paths));
    await transaction((tx) =>
      notePurge(
        tx,
        paths.map((path) => `${path}-more`),
      ),
    );
    await purgeCdn(never);
    expect(named()).toEqual([["site"]]);
  });

  it("costs nothing without a CDN, and leaves nothing behind when one is taken away", async () => {
    await transaction((tx) => bumpContentVersion(tx, { paths: ["/news/late"] }));
    for (const CDN of ["none", ""]) {
      setEnvironment({
        ...cdn.environment("http"),
        CDN,
        ...(CDN === "" ? { CDN_PURGE_URL: "", CDN_PURGE_TOKEN: "" } : {}),
      });
      await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
      await transaction((tx) => bumpContentVersion(tx, { paths: ["/news/quiet"] }));
      expect(await jobs()).toEqual([]);
      await purgeCdn(never);
    }
    await prepareCdn();
    expect(await waiting()).toEqual([]);
    expect(cdn.requests).toBe(0);
  });

  it("of three instances at a time is purged at once and again, and no oftener", async () => {
    for (let count = 0; count < 3; count += 1) await anInstance();
    const begun: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      begun.push(Date.now());
      await aPublishedArticle({ slug: `crowd-${String(count)}` });
    }
    await purged();
    for (const [index, time] of begun.entries()) {
      const purges = purgesOf(`/news/crowd-${String(index)}`);
      // A busy machine may do both in one.
      expect([1, 2]).toContain(purges.length);
      expect(purges.at(-1)!.at - time).toBeGreaterThanOrEqual(pace.again);
    }
  });
});

describe("each kind of CDN", () => {
  it.each([
    ["http", 1],
    ["cloudflare", 4],
    ["fastly", 2],
  ] as const)("%s takes 302 tags in %i requests, and everything in one", async (kind, count) => {
    setEnvironment(cdn.environment(kind));
    const paths = Array.from({ length: 300 }, (_, index) => `/news/of-${kind}-${String(index)}`);
    await transaction((tx) => notePurge(tx, paths));
    await purgeCdn(never);
    expect(cdn.purges.map(({ by }) => by)).toEqual(Array.from({ length: count }, () => kind));
    expect(new Set(named().flat()).size).toBe(302);
    expect(await cdnFacts()).toMatchObject({ failures: 0, lastError: null });
    await purgeNow({ everything: false });
    await purgeNow({ everything: true });
    expect(cdn.purges.slice(-2).map(({ tags }) => tags)).toEqual([["site"], "everything"]);
  });
});

describe("what time alone changes", () => {
  const inMilliseconds = (count: number): Date => new Date(Date.now() + count);

  it("is purged at its moment, once although two instances wait for it", async () => {
    await anInstance();
    await anInstance();
    const visibleFrom = inMilliseconds(4_000);
    await aPublishedArticle({ slug: "planned" }, { visibleFrom });
    await eventually(() => {
      expect(purgesOf("/news/planned").some(({ at }) => at >= visibleFrom.getTime())).toBe(true);
    });
    await purged();
    const atItsMoment = purgesOf("/news/planned").filter(({ at }) => at >= visibleFrom.getTime());
    expect(atItsMoment).toHaveLength(2);
    expect(atItsMoment[0]!.at - visibleFrom.getTime()).toBeLessThan(2_000);
    expect(atItsMoment[0]?.tags).toEqual(expect.arrayContaining(["/", "/news", "sitemaps", "/search"]));
  });

  it("is purged when it ends", async () => {
    await anInstance();
    const visibleUntil = inMilliseconds(2_500);
    await aPublishedArticle({ slug: "limited" }, { visibleUntil });
    await eventually(() => {
      expect(purgesOf("/news/limited").some(({ at }) => at >= visibleUntil.getTime())).toBe(true);
    });
  });

  it("is found by the next start when its moment passed while nobody ran", async () => {
    await aPublishedArticle({ slug: "overnight" }, { visibleFrom: inMilliseconds(1_000) });
    await purgeCdn(never);
    await wait(1_100);
    await sql("DELETE FROM cdn_purge");
    await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    cdn.purges.length = 0;
    await prepareCdn();
    await anInstance();
    await eventually(() => {
      expect(purgesOf("/news/overnight").length).toBeGreaterThan(0);
    });
  });

  it("is purged in one when much of it passed at a time", async () => {
    for (let count = 0; count < 21; count += 1) {
      await aPublishedArticle({ slug: `many-${String(count)}` }, { visibleUntil: inMilliseconds(3_600_000 + count) });
    }
    await purgeCdn(never);
    await sql("DELETE FROM cdn_purge");
    cdn.purges.length = 0;
    setClock(inMilliseconds(2 * 3_600_000));
    await purgeCdn(never);
    expect(named()).toEqual([["site"]]);
  });

  it("is the news sitemap when an article leaves it", async () => {
    const inHours = (count: number): Date => inMilliseconds(count * 3_600_000);
    setClock(inHours(60));
    await aPublishedArticle({ slug: "news-of-the-day" });
    await purgeCdn(never);
    await sql("DELETE FROM cdn_purge");
    cdn.purges.length = 0;
    setClock(inHours(107));
    await purgeCdn(never);
    expect(named()).toEqual([]);
    setClock(inHours(109));
    await purgeCdn(never);
    expect(named()).toEqual([["/search", "sitemaps"]]);
  });

  it("is not what a change has just brought: that is its own purge's", async () => {
    await purgeCdn(never);
    await aPublishedArticle({ slug: "just-now" });
    await purgeCdn(never);
    expect(await waiting()).toHaveLength(1);
  });
});
