/** Sitemaps as crawlers get them: through the server, compressed, and only when something changed. */
import { expect, test } from "@playwright/test";
import { sitemapFaults } from "../fixtures/sitemap-schema";
import { ask } from "./ask";

const names = ["articles-1", "categories", "tags", "authors", "pages"];
const files = ["/sitemap.xml", "/news-sitemap.xml", ...names.map((name) => `/sitemaps/${name}.xml`)];

for (const file of files) {
  test(`${file} is valid, and answers HEAD and conditional requests`, async ({ baseURL }) => {
    const address = `${String(baseURL)}${file}`;
    const { status, headers, text } = await ask(address);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(headers.get("vary")).toBe("Accept-Encoding");
    expect(text.trimEnd()).toMatch(/<\/(?:urlset|sitemapindex)>$/);
    // A file without news may be empty, which the schema of sitemaps does not know.
    if (/<(?:url|sitemap)>/.test(text)) expect(await sitemapFaults(text)).toEqual([]);
    else expect(file).toBe("/news-sitemap.xml");

    const head = await ask(address, { method: "HEAD" });
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: "" });
    for (const name of ["content-type", "etag", "last-modified", "cache-control", "vary"]) {
      expect(head.headers.get(name), name).toBe(headers.get(name));
    }
    const again = await ask(address, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: "" });
    expect(again.headers.get("etag")).toBe(headers.get("etag"));
  });

  test(`${file} says the same in every encoding`, async ({ baseURL }) => {
    const address = `${String(baseURL)}${file}`;
    const plain = await ask(address, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    for (const encoding of ["gzip", "gzip, br"]) {
      const compressed = await ask(address, { headers: { "accept-encoding": encoding } });
      // Below some hundred bytes there is nothing to gain.
      if (plain.text.length > 512) expect(compressed.headers.get("content-encoding")).toMatch(/^(?:gzip|br)$/);
      expect(compressed.text).toBe(plain.text);
    }
  });
}

test("files that there are not are missing", async ({ baseURL }) => {
  for (const name of ["articles-2", "articles-0", "articles-99999", "news-2", "tags-2", "none"]) {
    expect((await ask(`${String(baseURL)}/sitemaps/${name}.xml`)).status, name).toBe(404);
  }
});
