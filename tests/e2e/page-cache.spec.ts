/** What the page cache and the security headers look like from outside, on every kind of page. */
import { expect, test } from "@playwright/test";
import { readerPolicy } from "@/lib/web/security-headers";
import { ask } from "./ask";
import { articlePath, pageTypes } from "./page-types";
import { watch } from "./watch";

for (const { name, path, status } of pageTypes) {
  test(`${name}: works under a strict policy, and a script that somebody brings in does not`, async ({
    page,
    baseURL,
  }) => {
    const { problems, settled } = watch(page, baseURL ?? "");
    await page.goto(path);
    await settled();
    expect(problems).toEqual([]);
    // The islands run: the theme's switch is made by one.
    await expect(page.getByRole("button", { name: /colour|dark|light|theme/i }).first()).toBeAttached();
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.broughtIn = true";
      document.body.append(script);
      return "broughtIn" in window;
    });
    expect(ran).toBe(false);
    expect(problems.join("\n")).toContain("Content Security Policy");
  });

  test(`${name}: comes from memory, with validators`, async ({ baseURL }) => {
    const address = `${baseURL ?? ""}${path}`;
    const headers = { "accept-encoding": "br" };
    const first = await ask(address, { headers });
    const second = await ask(`${address}${path.includes("?") ? "&" : "?"}from=letter`, { headers });
    expect([first.status, second.status]).toEqual([status, status]);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(second.headers.get("content-security-policy")).toBe(readerPolicy);
    expect(second.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(second.headers.get("vary")).toBe("Accept-Encoding");
    if (status !== 200) return;
    const known = { ...headers, "if-none-match": first.headers.get("etag") ?? "" };
    expect((await ask(address, { headers: known })).status).toBe(304);
  });
}

test("whoever has a session of the desk reads past the cache", async ({ baseURL }) => {
  const address = `${baseURL ?? ""}${articlePath}`;
  const { headers } = await ask(address, { headers: { cookie: "next-auth.session-token=abc" } });
  expect(headers.get("cache-control")).toContain("private");
  expect(headers.get("content-security-policy")).toBe(readerPolicy);
});

test("crawlers' files carry what they need, and no policy of pages", async ({ baseURL }) => {
  for (const path of ["/robots.txt", "/sitemap.xml"]) {
    const { headers } = await ask(`${baseURL ?? ""}${path}`);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("content-security-policy"), path).toBeNull();
    expect(headers.get("etag"), path).not.toBeNull();
  }
});
