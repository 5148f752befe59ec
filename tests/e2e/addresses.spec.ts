/** One address a thing, over HTTP against the real server: wrong spellings, old shapes, one hop each; HEAD like GET. */
import { expect, test } from "@playwright/test";
import { ask } from "./ask";
import { articlePath } from "./page-types";

const slug = articlePath.split("/").at(-1) ?? "";

/** How something is asked for, and where it is. */
const elsewhere: Record<string, string> = {
  "/index.php": "/",
  "/news/index.html?utm_source=feed": "/news",
  "/news?fbclid=a&gclid=b&_ga=c": "/news",
  "//NEWS//page/1/index.php?utm_medium=x&q=1&mc_cid=2": "/news?q=1",
  "/%4Eews/": "/news",
  "/Sitemap.XML": "/sitemap.xml",
  "/Sitemaps/Categories.xml?utm_source=x": "/sitemaps/categories.xml",
  [`/${slug}`]: articlePath,
  [`/2019/05/12/${slug}/`]: articlePath,
  [`/2019/05/${slug}.html`]: articlePath,
  [`/News//${slug.toUpperCase()}/?utm_source=x&gbraid=1`]: articlePath,
  [`/no-such-category/${slug}?from=mail`]: `${articlePath}?from=mail`,
  [`/${slug}/amp/`]: articlePath,
  "/category/news/": "/news",
  "/category/parent/news/": "/news",
  "/Category/News/?utm_campaign=x": "/news",
  "/news.html": "/news",
  "/about-us.php": "/about-us",
  "/tag/stress/": "/tag/stress",
  "/?tag=stress": "/tag/stress",
  "/?s=sleep+well&utm_source=x": "/search?q=sleep+well",
  "/page/2/": "/sitemap",
  "/sitemap_index.xml": "/sitemap.xml",
  "/wp-sitemap.xml": "/sitemap.xml",
  "/post-sitemap.xml": "/sitemap.xml",
};

for (const [address, right] of Object.entries(elsewhere)) {
  test(`${address} leads to ${right}, in one hop`, async ({ baseURL }) => {
    const home = baseURL ?? "";
    for (const method of ["GET", "HEAD"]) {
      const { status, headers, text } = await ask(home + address, { method });
      expect(status).toBe(301);
      expect(headers.get("location")).toBe(right);
      expect(headers.get("cache-control")).toMatch(/no-cache|max-age=\d{1,4}$/);
      expect(text).toBe("");
    }
    expect((await ask(home + right)).status).toBe(200);
  });
}

/** What an earlier site may have had and we don't, and how that is said. */
const missing: Record<string, number> = {
  "/?p=987654": 404,
  "/?cat=987654": 404,
  "/?tag=no-such-tag": 404,
  "/archives/987654": 404,
  "/2019/05/12/no-such-story/": 404,
  "/category/no-such-category/": 404,
  "/category/news/page/99/": 404,
  "/author/no-such-author/feed/": 404,
  "/tag/no-such-tag/feed/": 404,
  "/News/Page/99/?utm_source=x": 404,
  "//tag//stress//page//99": 404,
  "/wp-content/uploads/2019/05/no-such-picture-300x200.jpg": 404,
  "/wp-login.php": 404,
  "/wp-admin/": 404,
  "/xmlrpc.php": 404,
  "/comments/feed/": 410,
  [`${articlePath}/feed/`]: 410,
};

for (const [address, status] of Object.entries(missing)) {
  test(`${address} is told at once to be nowhere (${String(status)})`, async ({ baseURL }) => {
    const answer = await ask((baseURL ?? "") + address);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.text).toContain("<h1");
    expect(answer.text).toMatch(/<meta name="robots" content="noindex/);
  });
}

/** One of every kind of answer. */
const kinds = [
  ...["/", "/news", "/news/page/2", articlePath, "/tag/stress", "/author/therapy-desk", "/about-us", "/sitemap"],
  ...["/search?q=sleep", "/search?q=sleep&page=99", "/search/suggestions?q=sle", "/News/", "/no-such-page", "/%00"],
  ...["/robots.txt", "/sitemap.xml", "/news-sitemap.xml", "/sitemaps/articles-1.xml", "/sitemaps/tags.xml"],
  ...["/sitemaps/nothing.xml", "/media/nothing.jpg", "/comments/feed", "/wp-login.php", "/healthz", "/readyz"],
];
/** Of the connection and of the single answer, not of the thing. */
const passing = ["date", "x-request-id", "transfer-encoding", "connection", "keep-alive", "server-timing"];

test("HEAD answers like GET, without a body, whatever is asked for", async ({ baseURL }) => {
  const home = baseURL ?? "";
  const picture = /\/media\/[^" ]+\.jpg/.exec((await ask(home + articlePath)).text)?.[0] ?? "";
  expect(picture).not.toBe("");
  const style = /\/_next\/static\/[^" ]+\.css/.exec((await ask(home)).text)?.[0] ?? "";
  for (const path of [...kinds, picture, style]) {
    const [get, head] = [await ask(home + path), await ask(home + path, { method: "HEAD" })];
    expect(head.status, path).toBe(get.status);
    expect(head.text, path).toBe("");
    expect(lasting(head.headers), path).toEqual(lasting(get.headers));
  }
});

function lasting(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !passing.includes(name)));
}
