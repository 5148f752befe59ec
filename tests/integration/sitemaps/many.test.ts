/** The sitemap of a large archive. */
import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { runWithRequest, type RequestContext } from "@/lib/request-context";
import { indexFile } from "@/lib/sitemaps/index-file";
import { insertPublications } from "@/tests/factories/many-publications";
import { ask, listed, locationsIn, xmlOf } from "./ask";

const count = 120_001;
const newest = new Date("2026-06-01T12:00:00Z");
const file = (number: number): string => `/sitemaps/articles-${String(number)}.xml`;

beforeAll(async () => {
  await insertPublications(1, count, newest);
}, 600_000);

it("names 120,001 articles in three files of at most 50,000, each once", async () => {
  expect((await listed("/sitemap.xml"))?.filter((path) => path.includes("articles"))).toEqual([1, 2, 3].map(file));
  const found: string[] = [];
  const sizes: number[] = [];
  for (const number of [1, 2, 3]) {
    const xml = await xmlOf(file(number));
    const paths = locationsIn(xml);
    expect(xml.split("<url>").length - 1).toBe(paths.length);
    sizes.push(paths.length);
    found.push(...paths);
  }
  expect(sizes).toEqual([50_000, 50_000, 20_001]);
  const everything = Array.from({ length: count }, (_, index) => `/growth-psychology/bulk-${String(index + 1)}`);
  expect(found).toEqual(everything);
  expect((await ask(file(4))).status).toBe(404);
}, 300_000);

it("leaves every article in its file when others go, and a file without articles out", async () => {
  await patiently(
    "UPDATE publication SET visible_until = visible_from WHERE article_id <= 50000 AND article_id <> 7 OR article_id > 120000",
  );
  expect(await listed(file(1))).toEqual(["/growth-psychology/bulk-7"]);
  expect((await listed(file(2)))?.[0]).toBe("/growth-psychology/bulk-50001");
  expect((await listed(file(3)))?.length).toBe(20_000);
  await patiently("UPDATE publication SET noindex = true WHERE article_id > 100000");
  expect((await ask(file(3))).status).toBe(404);
  expect(locationsIn((await indexFile()).body).filter((path) => path.includes("articles"))).toEqual([1, 2].map(file));
}, 300_000);

it("reads no further ahead than the crawler takes, and not on when it goes away", async () => {
  const context: RequestContext = {
    ...{ url: file(2), address: "::1", id: "test", status: null, databaseUnavailable: false },
    ...{ sqlStatements: 0, sqlMilliseconds: 0 },
  };
  const response = await runWithRequest(context, () => ask(file(2), { headers: { "accept-encoding": "identity" } }));
  const reader = response.body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  await expect.poll(() => context.sqlStatements).toBeGreaterThan(2);
  const read = await settled(() => context.sqlStatements);
  // A whole file takes 51 batches.
  expect(read).toBeLessThan(30);
  await reader?.cancel();
  expect(await settled(() => context.sqlStatements)).toBeLessThanOrEqual(read + 1);
}, 60_000);

/** A value that has not changed for a while. */
async function settled(read: () => number): Promise<number> {
  for (;;) {
    const before = read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (read() === before) return before;
  }
}

/** A statement over most of the archive, without the time limit of pages. */
async function patiently(statement: string): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(statement);
  } finally {
    client.release(true);
  }
}
