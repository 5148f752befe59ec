import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compress, isCompressible, negotiateEncoding, takesGzip } from "./compression";

describe("negotiateEncoding", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["identity", "identity"],
    ["", "identity"],
    [undefined, "identity"],
    ["BR", "br"],
    ["gzip;q=nonsense", "identity"],
  ] as const)("%s gives %s", (header, encoding) => {
    expect(negotiateEncoding(header)).toBe(encoding);
  });
});

describe("takesGzip", () => {
  it("asks for gzip alone, whatever else the client prefers", () => {
    for (const header of ["gzip", "br, gzip;q=0.1", "*"]) expect(takesGzip(header)).toBe(true);
    for (const header of ["br", "gzip;q=0", "", undefined]) expect(takesGzip(header)).toBe(false);
  });
});

describe("compress", () => {
  const body = Buffer.from("what happens in therapy ".repeat(200));

  it("can be read back", async () => {
    const br = await compress(body, "br", "page");
    const gzip = await compress(body, "gzip", "asset");
    expect(brotliDecompressSync(br.body)).toEqual(body);
    expect(gunzipSync(gzip.body)).toEqual(body);
    expect(br.body.length).toBeLessThan(body.length / 10);
  });

  it("leaves small bodies and clients without encodings alone", async () => {
    expect(await compress(Buffer.from("ok"), "br", "page")).toEqual({ body: Buffer.from("ok"), encoding: "identity" });
    expect((await compress(body, "identity", "page")).body).toBe(body);
  });
});

describe("isCompressible", () => {
  it.each(["text/html; charset=utf-8", "application/rss+xml", "image/svg+xml", "application/json"])("%s", (type) => {
    expect(isCompressible(type)).toBe(true);
  });
  it.each(["image/avif", "font/woff2", "application/octet-stream"])("not %s", (type) => {
    expect(isCompressible(type)).toBe(false);
  });
});
