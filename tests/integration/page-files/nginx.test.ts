/** Two instances that share a folder of pages, and a real nginx in front of them that serves it. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { pageFolder, pagesFolder, siteFolder } from "@/lib/page-files/layout";
import { headersDigest } from "@/lib/page-files/serving-headers";
import { aCategory, aDraft } from "@/tests/factories/articles";
import { nginxPatience, startNginx, type Nginx } from "@/tests/factories/nginx";
import { ask, type Answer } from "@/tests/factories/raw-request";
import { freePort } from "../../e2e/magazine-process";
import type { Order } from "../page-cache/instance";
import { Instance } from "../page-cache/instances";

const browser = { "accept-encoding": "gzip, deflate, br" };
const encodings = [browser, { "accept-encoding": "gzip" }, { "accept-encoding": "identity" }];
/** Of the connection, or of who answers; or for a CDN, behind which pages get no files. */
const passing = ["date", "connection", "keep-alive", "server", "cache-tag", "surrogate-key"];

let nginx: Nginx;
let instances: [Instance, Instance];
let article: Omit<Order, "id" | "verb">;

beforeAll(async () => {
  const port = await freePort();
  article = {
    articleId: (await aDraft({ slug: "a-story", headline: "First" })).articleId,
    headline: "First",
    slug: "a-story",
    categoryId: await aCategory("news"),
  };
  const directory = path.join(env().DATA_DIR, "page-files");
  mkdirSync(directory);
  const variables = { SITE_URL: `http://127.0.0.1:${String(port)}`, PAGE_FILES_DIR: directory };
  const start = (): Promise<Instance> => Instance.start(env().DATABASE_URL!, variables);
  instances = [await start(), await start()];
  const ports = instances.map(({ base }) => Number(new URL(base).port));
  nginx = await startNginx([ports[0]!, ports[1]!], { port, pageFiles: directory });
}, nginxPatience);

afterAll(async () => {
  await Promise.all([nginx.stop(), ...instances.map((instance) => instance.kill())]);
});

const fileOf = (key: string): string =>
  path.join(nginx.pageFiles, pagesFolder, siteFolder(nginx.base, headersDigest()), pageFolder(key)!, "index.html");
const textOf = ({ body }: Answer): string => brotliDecompressSync(body).toString();
const fromNginx = (key: string): Promise<Answer> => ask(nginx.base, key, browser);

/** Has a page made and written. @returns what the app answers itself */
async function written(key: string, instance = instances[0]): Promise<Answer> {
  const answer = await ask(instance.base, key, browser);
  await vi.waitFor(
    () => {
      expect(existsSync(fileOf(key)), key).toBe(true);
    },
    { timeout: 15_000 },
  );
  return answer;
}

function withoutPassing({ headers }: Answer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !passing.includes(name)));
}

const publish = (headline: string, on = instances[0]): Promise<void> =>
  on.carryOut({ ...article, verb: "publish", headline });

/** The pages on which an article stands. */
const pages = ["/news/a-story", "/news", "/"];

describe("a page from a file", () => {
  it("is the app's to the byte, its headers too, to GET, HEAD and who has it already", async () => {
    await publish("First");
    for (const key of pages) await written(key);
    for (const key of pages) {
      for (const headers of encodings) {
        const [own, served] = [await ask(instances[0].base, key, headers), await ask(nginx.base, key, headers)];
        expect(served.headers.server, key).toBe("nginx");
        expect(withoutPassing(served)).toEqual(withoutPassing(own));
        expect(served.body.equals(own.body)).toBe(true);
        const head = await ask(nginx.base, key, headers, "HEAD");
        expect([head.status, head.body.length]).toEqual([200, 0]);
        expect(withoutPassing(head)).toEqual(withoutPassing(own));
        // What one of them gave, the other knows.
        for (const base of [nginx.base, instances[1].base]) {
          const again = await ask(base, key, { ...headers, "if-none-match": String(own.headers.etag) });
          expect([again.status, again.headers.etag], base).toEqual([304, own.headers.etag]);
        }
      }
    }
  });

  it("is not given to who works at the desk, nor at another address; the app answers these", async () => {
    await written("/news");
    const asApp = async (key: string, headers: Record<string, string> = {}): Promise<unknown[]> => {
      const [own, passed] = [await ask(instances[0].base, key, headers), await ask(nginx.base, key, headers)];
      expect(passed.status).toBe(own.status);
      return [passed.status, passed.headers.location];
    };
    const cookie = "next-auth.session-token=abc";
    // The page cache does not answer them either: what it answers carries no id.
    expect((await ask(nginx.base, "/news", { cookie })).headers).toHaveProperty("x-request-id");
    expect(await asApp("/news/")).toEqual([301, "/news"]);
    expect(await asApp("/News")).toEqual([301, "/news"]);
    expect(await asApp("/news?utm_source=x")).toEqual([301, "/news"]);
    expect(await asApp("/news/no-such-story")).toEqual([404, undefined]);
  });
});

describe("a change", () => {
  it("is in the files before the verb returns: what they show is new, or they are gone", async () => {
    for (let round = 0; round < 10; round += 1) {
      for (const key of pages) await written(key);
      await publish(`Round ${String(round)}`);
      const seen = pages.map((key) => (existsSync(fileOf(key)) ? readFileSync(fileOf(key), "utf8") : null));
      for (const text of seen) if (text !== null) expect(text).toContain(`Round ${String(round)}]`);
      // nginx asks both instances in turn, and the other one has heard of it within a second.
      await vi.waitFor(
        async () => {
          for (const key of pages) expect(textOf(await fromNginx(key)), key).toContain(`Round ${String(round)}]`);
        },
        { timeout: 1_000, interval: 10 },
      );
    }
  });

  it("of one instance takes away what the other one wrote", async () => {
    for (const key of pages) await written(key, instances[1]);
    await publish("By the first");
    for (const key of pages) {
      if (existsSync(fileOf(key))) expect(readFileSync(fileOf(key), "utf8")).toContain("By the first]");
    }
    await vi.waitFor(async () => {
      expect(textOf(await fromNginx("/news"))).toContain("By the first]");
    });
  });

  it("that moves an article leaves no file at its old address", async () => {
    await publish("By the first");
    await written("/news/a-story");
    await instances[0].carryOut({ ...article, verb: "publish", slug: "moved" });
    expect(existsSync(fileOf("/news/a-story"))).toBe(false);
    await vi.waitFor(async () => {
      expect(await fromNginx("/news/a-story")).toMatchObject({ status: 301, headers: { location: "/news/moved" } });
    });
    expect(existsSync(fileOf("/news/a-story"))).toBe(false);
  });

  it("that withdraws one leaves no word of it", async () => {
    await publish("Soon withdrawn");
    for (const key of pages) await written(key);
    await instances[0].carryOut({ ...article, verb: "withdraw" });
    for (const key of pages) {
      const file = fileOf(key);
      expect(existsSync(file) ? readFileSync(file, "utf8") : "", key).not.toContain("Soon withdrawn]");
    }
    await vi.waitFor(async () => {
      for (const key of pages) expect(textOf(await fromNginx(key)), key).not.toContain("Soon withdrawn]");
    });
  });
});

it("pages that are there are served when nobody is left who could make them", async () => {
  await publish("The last");
  const own = new Map<string, Answer>();
  await vi.waitFor(async () => {
    for (const instance of instances) expect(textOf(await ask(instance.base, "/", browser))).toContain("The last]");
  });
  for (const key of pages) own.set(key, await written(key));
  await Promise.all(instances.map((instance) => instance.kill()));
  for (const key of pages) {
    const served = await fromNginx(key);
    expect(served.status).toBe(200);
    expect(withoutPassing(served)).toEqual(withoutPassing(own.get(key)!));
    expect(textOf(served)).toContain("The last]");
  }
  expect((await fromNginx("/stress")).status).toBe(503);
});
