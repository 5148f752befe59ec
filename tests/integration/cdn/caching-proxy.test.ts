/** Two instances of the magazine behind a shared cache that keeps what it may and purges what it is told to. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "@/lib/db/pool";
import { env, setEnvironment } from "@/lib/env";
import { aCategory, aDraft } from "@/tests/factories/articles";
import { aCachingProxy, type CachingProxy } from "@/tests/factories/caching-proxy";
import { Instance } from "@/tests/integration/page-cache/instances";
import { anInstance, cdn, eventually, prepareScene, purged, wait } from "./scene";

prepareScene();

let instances: Instance[];
let proxy: CachingProxy;
let categoryId: number;

beforeAll(async () => {
  setEnvironment(cdn.environment("fastly"));
  categoryId = await aCategory("news");
  instances = await Promise.all([1, 2].map(() => Instance.start(env().DATABASE_URL ?? "")));
  let turn = 0;
  proxy = await aCachingProxy(() => {
    turn += 1;
    return instances[turn % 2]?.base ?? "";
  });
  cdn.onPurge = (tags) => {
    proxy.purge(tags);
  };
}, 120_000);

afterAll(async () => {
  await proxy.stop();
  await Promise.all(instances.map((instance) => instance.stop()));
});

async function read(path: string): Promise<{ status: number; hit: boolean; text: string }> {
  const response = await fetch(proxy.url + path, { redirect: "manual" });
  return { status: response.status, hit: response.headers.get("x-cache") === "hit", text: await response.text() };
}

/** Publishes on the first instance. */
function publish(articleId: number, slug: string, headline: string): Promise<void> {
  return instances[0]!.carryOut({ verb: "publish", articleId, slug, headline, categoryId });
}

async function waiting(): Promise<number> {
  return (await sql("SELECT 1 FROM cdn_purge")).length;
}

describe("a cache in front", () => {
  it("shows what is published at once, and what was before not again once every instance must have heard", async () => {
    setEnvironment(cdn.environment("fastly"));
    await anInstance();
    const { articleId } = await aDraft({ slug: "a-story" });
    const paths = ["/news/a-story", "/news", "/feed.xml"];
    await publish(articleId, "a-story", "round 0");
    for (let round = 1; round <= 3; round += 1) {
      await purged();
      const isOf = async (number: number, path: string): Promise<boolean> =>
        (await read(path)).text.includes(`:round ${String(number)}]`);
      for (const path of paths) expect([path, await isOf(round - 1, path)]).toEqual([path, true]);
      for (const path of paths) expect(await read(path)).toMatchObject({ hit: true });
      await publish(articleId, "a-story", `round ${String(round)}`);
      await eventually(async () => {
        for (const path of paths) expect(await isOf(round, path)).toBe(true);
      });
      // Until the second purge the other instance may have handed the older page out again. Meanwhile everybody reads.
      while ((await waiting()) > 0) for (const path of paths) await isOf(round, path);
      for (let count = 0; count < 20; count += 1) {
        for (const path of paths) expect([path, await isOf(round, path)]).toEqual([path, true]);
        await wait(20);
      }
      for (const path of paths) expect(await read(path)).toMatchObject({ hit: true });
    }
  });

  it("shows an article where it kept that there was none", async () => {
    setEnvironment(cdn.environment("fastly"));
    await anInstance();
    const { articleId } = await aDraft({ slug: "soon" });
    expect(await read("/news/soon")).toMatchObject({ status: 404 });
    expect(await read("/news/soon")).toMatchObject({ status: 404, hit: true });
    await publish(articleId, "soon", "here");
    await eventually(async () => {
      expect(await read("/news/soon")).toMatchObject({ status: 200 });
    });
    await purged();
  });

  it("goes on serving what a change did not name", async () => {
    setEnvironment(cdn.environment("fastly"));
    await anInstance();
    const { articleId } = await aDraft({ slug: "elsewhere" });
    for (const path of ["/about-us", "/news", "/news/soon"]) await read(path);
    await publish(articleId, "elsewhere", "elsewhere");
    await eventually(() => {
      expect(proxy.kept()).not.toContain("/news");
    });
    expect(proxy.kept()).toContain("/news/soon");
    await purged();
  });
});
