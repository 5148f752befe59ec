/** Every link of the whole site leads somewhere, and every page is valid HTML. */
import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { ask } from "./ask";
import { pageTypes } from "./page-types";
import { crawlSite, isPage, type Crawl } from "./site-crawl";

// One crawl for all tests of this file.
test.describe.configure({ mode: "default" });

/** What readers find by themselves. Sitemaps and robots.txt are what search engines find. */
const starts = ["/", "/robots.txt", "/sitemap.xml", "/news-sitemap.xml"];

let crawl: Crawl;

test.beforeAll(async ({ baseURL }) => {
  crawl = await crawlSite(baseURL ?? "", starts);
});

test("every internal address answers 200, without a redirect", () => {
  const broken = [...crawl.answers].filter(([, { status }]) => status !== 200);
  expect(
    broken.map(([address, { status }]) => `${String(status)} ${address}, found on ${crawl.foundOn.get(address) ?? ""}`),
  ).toEqual([]);
});

test("the crawl has seen the whole site", () => {
  const seen = [...crawl.answers.keys()];
  const count = (pattern: RegExp): number => seen.filter((address) => pattern.test(address)).length;
  expect(count(/^\/tag\/[^/]+$/)).toBe(29);
  expect(count(/^\/author\/[^/]+$/)).toBe(7);
  expect(count(/^\/[a-z-]+\/[a-z0-9-]+$/)).toBeGreaterThan(60);
  expect(count(/\/page\/2$/)).toBeGreaterThanOrEqual(2);
  expect(count(/^\/media\/.*\.avif$/)).toBeGreaterThan(100);
  expect(count(/^\/media\/.*\.jpg$/)).toBeGreaterThan(100);
  expect(count(/\.css$/)).toBeGreaterThan(0);
});

test("every jump lands on its page", () => {
  const lost = crawl.jumps.filter(({ to, hash }) => !crawl.answers.get(to)?.text.includes(` id="${hash}"`));
  expect(crawl.jumps.length).toBeGreaterThan(500);
  expect(lost).toEqual([]);
});

test("sitemaps name every article, category, tag, author and page, by their own addresses", ({ baseURL }) => {
  const files = [...crawl.answers].filter(([address]) => /^\/sitemaps\//.test(address));
  const listed = files.flatMap(([, { text }]) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => new URL(location).pathname),
  );
  expect(new Set(listed).size).toBe(listed.length);
  const reachable = [...crawl.answers].filter(
    ([address, answer]) => isPage(answer) && !/\/page\/\d+$|^\/search/.test(address),
  );
  expect(listed.sort()).toEqual(reachable.map(([address]) => address).sort());
  for (const address of listed) {
    const { text = "" } = crawl.answers.get(address) ?? {};
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(text)?.[1] ?? "none";
    expect(new URL(canonical).href).toBe(new URL(address, baseURL).href);
    expect(text, address).not.toMatch(/<meta name="robots" content="noindex/);
  }
});

test("sitemaps name the pictures that their articles show", ({ baseURL }) => {
  const { text = "" } = crawl.answers.get("/sitemaps/articles-1.xml") ?? {};
  const entries = text.split("<url>").slice(1);
  const pictures = entries.map((entry) =>
    [...entry.matchAll(/<image:loc>([^<]+)</g)].map(([, location = ""]) => new URL(location).pathname),
  );
  expect(pictures.flat().length).toBeGreaterThan(60);
  for (const [index, entry] of entries.entries()) {
    const address = /<loc>([^<]+)</.exec(entry)?.[1] ?? "";
    const page = crawl.answers.get(address.replace(baseURL ?? "", ""))?.text ?? "";
    // A page offers a picture in several widths; its files lie in a folder of their own.
    const unseen = (pictures[index] ?? []).filter((picture) => !page.includes(picture.replace(/\d+\.jpg$/, "")));
    expect(unseen, address).toEqual([]);
    expect(pictures[index], address).not.toEqual([]);
  }
});

test("no two pages share a title", () => {
  const titles = new Map<string, string[]>();
  for (const [address, answer] of crawl.answers) {
    if (!isPage(answer) || address.startsWith("/search")) continue;
    const title = /<title>([^<]*)<\/title>/.exec(answer.text)?.[1] ?? "";
    titles.set(title, [...(titles.get(title) ?? []), address]);
  }
  expect([...titles].filter(([title, addresses]) => title === "" || addresses.length > 1)).toEqual([]);
});

test("pictures and files may be kept for good, and say what they are", () => {
  const types: Record<string, string> = {
    avif: "image/avif",
    webp: "image/webp",
    jpg: "image/jpeg",
    css: "text/css",
    js: "javascript",
    woff2: "font/woff2",
  };
  for (const [address, { headers }] of crawl.answers) {
    const type = types[/\.(\w+)$/.exec(address)?.[1] ?? ""];
    if (!type || !/^\/(media|assets|_next)\//.test(address)) continue;
    expect(headers.get("content-type"), address).toContain(type);
    expect(headers.get("cache-control"), address).toContain("immutable");
  }
});

test("every page is valid HTML", async ({ baseURL }) => {
  const pages = new Map(
    [...crawl.answers].filter(([, answer]) => isPage(answer)).map(([address, { text }]) => [address, text]),
  );
  for (const { path } of pageTypes) if (!pages.has(path)) pages.set(path, (await ask(`${baseURL ?? ""}${path}`)).text);
  pages.set("/%00", (await ask(`${baseURL ?? ""}/%00`)).text);
  const faults: Record<string, string[]> = {};
  for (const [address, html] of pages) {
    const found = await faultsIn(html);
    if (found.length > 0) faults[address] = found;
  }
  expect(pages.size).toBeGreaterThan(100);
  expect(faults).toEqual({});
});

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How React writes: camelCase attributes, <br/>, hidden="". All of it is the same HTML to a browser.
    "attr-case": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // The blurred preview behind a picture is made of that picture, so no style sheet can hold it.
    "no-inline-style": "off",
    // Advice for lists of search results, not a rule of HTML.
    "long-title": "off",
    // HTML takes any id without spaces, also one that begins with a digit (headings such as "1. How many people?").
    "valid-id": ["error", { relaxed: true }],
    // The style sheet keeps telephone numbers on one line.
    "tel-non-breaking": "off",
  },
});

async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`),
  );
}
