/** Two instances of the magazine behind a shared cache that keeps what it may and purges what it is told to. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

/** Publishes on the first instance. @returns when the verb had returned there */
async function publish(articleId: number, slug: string, headline: string): Promise<number> {
  await instances[0]!.carryOut({ verb: "publish", articleId, slug, headline, categoryId });
  return Date.now();
}

describe("a cache in front", () => {
  it("shows what is published at once, and what was before not again once every instance must have heard", async () => {
    setEnvironment(cdn.environment("fastly"));
    anInstance();
    const { articleId } = await aDraft({ slug: "a-story" });
    const paths = ["/news/a-story", "/news", "/feed.xml"];
    await publish(articleId, "a-story", "round 0");
    for (let round = 1; round <= 3; round += 1) {
      await purged();
      await eventually(async () => {
        for (const path of paths) expect((await read(path)).text).toContain(`:round ${String(round - 1)}]`);
      });
      for (const path of paths) expect(await read(path)).toMatchObject({ hit: true });
      const done = await publish(articleId, "a-story", `round ${String(round)}`);
      const lastOld = Object.fromEntries(paths.map((path) => [path, 0]));
      while (Date.now() < done + 5_000) {
        for (const path of paths) {
          const asked = Date.now();
          if (!(await read(path)).text.includes(`:round ${String(round)}]`)) lastOld[path] = asked - done;
        }
        await wait(10);
      }
      // At once, or by the second purge where the other instance had handed the older page out again.
      for (const path of paths) expect(lastOld[path], path).toBeLessThan(4_000);
      for (const path of paths) expect((await read(path)).hit, path).toBe(true);
    }
  });

  it("shows an article where it kept that there was none", async () => {
    setEnvironment(cdn.environment("fastly"));
    anInstance();
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
    anInstance();
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
