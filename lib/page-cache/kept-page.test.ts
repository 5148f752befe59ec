import { randomBytes } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { keepPage, plainBody, variantIn, type KeptPage } from "./kept-page";
import { PageStore } from "./page-store";

const words = (bytes: number): Buffer => Buffer.from(randomBytes(bytes / 2).toString("hex"));
const keep = (body: Buffer): Promise<KeptPage> =>
  keepPage({ status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body }, "/news", {
    sharedMaxAge: null,
  });

it("is kept in Brotli, and made in another encoding once, however many ask", async () => {
  const body = words(20_000);
  const page = await keep(body);
  expect(Object.keys(page.variants)).toEqual(["br"]);
  const before = page.bytes;
  const all = await Promise.all(["gzip", "gzip", "br", "gzip"].map((encoding) => variantIn(page, encoding as "gzip")));
  expect(all[1]).toBe(all[0]);
  expect(all[3]).toBe(all[0]);
  expect(await variantIn(page, "gzip")).toBe(all[0]);
  expect(gunzipSync(all[0]!.body!)).toEqual(body);
  expect(brotliDecompressSync(all[2]!.body!)).toEqual(body);
  expect(page.bytes).toBeGreaterThan(before + all[0]!.body!.length);
});

it("holds no more memory than it has bytes", async () => {
  for (const bytes of [200, 3_000, 20_000, 60_000]) {
    const page = await keep(words(bytes));
    for (const encoding of ["br", "gzip"] as const) {
      const { body } = await variantIn(page, encoding);
      expect(body?.buffer.byteLength).toBe(body?.length);
    }
  }
});

it("is not kept as plain text, but known by its tag", async () => {
  const body = words(20_000);
  const page = await keep(body);
  const before = page.bytes;
  const plain = await variantIn(page, "identity");
  expect(plain.body).toBeNull();
  expect(plain.headers).toContain(String(body.length));
  expect(plain.etag).not.toBe(page.variants.br?.etag);
  expect(page.bytes).toBeLessThan(before + body.length / 2);
  expect(await plainBody(page)).toEqual(body);
});

it("is the same for everybody when it is short", async () => {
  const page = await keep(Buffer.from("short"));
  expect(page.isCompressed).toBe(false);
  expect(await variantIn(page, "gzip")).toBe(await variantIn(page, "identity"));
  expect((await plainBody(page)).toString()).toBe("short");
});

it("counts against the limit with every encoding that is made of it later", async () => {
  const pages = [await keep(words(40_000)), await keep(words(40_000))] as const;
  // Enough for both in one encoding, of 13 parts in 16 that pages have.
  const store = new PageStore(((pages[0].bytes + pages[1].bytes + 5_000) * 16) / 13);
  store.set("/news", pages[0], "pages", 0);
  store.set("/news/page/2", pages[1], "pages", 0);
  expect(store.size).toBe(2);
  await variantIn(pages[1], "gzip");
  expect(store.get("/news")).toBeUndefined();
  expect(store.bytes).toBe(pages[1].bytes);
  store.remove("/news/page/2");
  expect(store.bytes).toBe(0);
  await variantIn(pages[1], "identity");
  expect(store.bytes).toBe(0);
});
