/** What the head of each page says to search engines, link previews, feed readers and devices. */
import { expect, test, type Page } from "@playwright/test";
import sharp from "sharp";
import { readGraphs } from "@/lib/seo/structured-data/testing/validate";
import { ask } from "./ask";
import { articlePath, pageTypes } from "./page-types";

const pages = pageTypes.filter(({ status }) => status === 200);
const isSearch = (path: string): boolean => path.startsWith("/search");

type Head = Awaited<ReturnType<typeof readHead>>;

function readHead(page: Page) {
  return page.evaluate(() => {
    const links = [...document.head.querySelectorAll("link")].map((link) => ({
      rel: link.rel,
      type: link.type,
      href: link.getAttribute("href") ?? "",
      title: link.title,
      sizes: link.sizes.value,
      hreflang: link.hreflang,
    }));
    const metas = [...document.querySelectorAll("meta")].map((meta) => ({
      name: meta.name || (meta.getAttribute("property") ?? ""),
      content: meta.content,
      media: meta.media,
    }));
    return { title: document.title, links, metas };
  });
}

function contents({ metas }: Head, name: string): string[] {
  return metas.filter((meta) => meta.name === name).map(({ content }) => content);
}

for (const { name, path } of pages) {
  test(`${name} has one title, one description, one canonical address and a whole preview`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(path);
    const head = await readHead(page);
    expect(head.title).not.toBe("");
    expect(contents(head, "description")).toEqual([expect.stringMatching(/^.{10,161}$/)]);

    // developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls: one, absolute, in the head.
    const canonical = head.links.filter(({ rel }) => rel === "canonical").map(({ href }) => href);
    expect(canonical.map((href) => new URL(href).href)).toEqual([new URL(path, baseURL).href]);
    await expect(page.locator('link[rel="canonical"]')).toHaveCount(1);

    const robots = isSearch(path) ? "noindex, follow" : "index, follow, max-image-preview:large";
    expect(contents(head, "robots")).toEqual([robots]);
    expect(head.links.filter(({ hreflang }) => hreflang !== "")).toEqual([]);
    expectPreview(head, canonical[0] ?? "");
  });
}

function expectPreview(head: Head, address: string): void {
  expect(contents(head, "og:url").map((url) => new URL(url).href)).toEqual([new URL(address).href]);
  expect(contents(head, "og:site_name")).toEqual(["Mental Health Network"]);
  expect(contents(head, "og:locale")).toEqual(["en_US"]);
  expect(contents(head, "og:type")).toEqual([expect.stringMatching(/^(website|article|profile)$/)]);
  expect(contents(head, "og:title")).toEqual([expect.stringMatching(/\S/)]);
  expect(contents(head, "og:description")).toEqual(contents(head, "description"));
  for (const part of ["og:image", "og:image:width", "og:image:height", "og:image:alt", "og:image:type"]) {
    expect(contents(head, part), part).toEqual([expect.stringMatching(/\S/)]);
  }
  expect(contents(head, "twitter:card")).toEqual(["summary_large_image"]);
  expect(contents(head, "twitter:title")).toEqual(contents(head, "og:title"));
  expect(contents(head, "twitter:description")).toEqual(contents(head, "og:description"));
  expect(contents(head, "twitter:image")).toEqual(contents(head, "og:image"));
}

test("pictures of previews and search results are what they are said to be", async ({ page }) => {
  for (const { path } of pages) {
    await page.goto(path);
    const head = await readHead(page);
    const [url = ""] = contents(head, "og:image");
    const width = Number(contents(head, "og:image:width")[0]);
    const type = contents(head, "og:image:type")[0] ?? "";
    await expectImage(url, { width, height: Number(contents(head, "og:image:height")[0]), type });
    // developers.google.com/search/docs/appearance/google-discover
    expect(width, path).toBeGreaterThanOrEqual(1200);
    const [nodes = []] = readGraphs(await page.content());
    const images = nodes.flatMap(({ image }) => (image ?? []) as { url: string; width: string; height: string }[]);
    for (const image of images) {
      expect(Number(image.width), image.url).toBeGreaterThanOrEqual(1200);
      await expectImage(image.url, { width: Number(image.width), height: Number(image.height), type: "image/jpeg" });
    }
    if (path === articlePath) expect(images.length).toBeGreaterThan(0);
  }
});

async function expectImage(url: string, said: { width: number; height: number; type: string }): Promise<void> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  expect(response.headers.get("content-type"), url).toBe(said.type);
  const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  expect({ width, height }, url).toEqual({ width: said.width, height: said.height });
}

test("tracking parameters do not change the canonical address", async ({ page, baseURL }) => {
  for (const path of ["/", "/news", articlePath, "/search?q=therapy"]) {
    await page.goto(`${path}${path.includes("?") ? "&" : "?"}utm_source=letter&fbclid=x`);
    const { links } = await readHead(page);
    const canonical = links.find(({ rel }) => rel === "canonical")?.href ?? "";
    expect(new URL(canonical).href).toBe(new URL(path, baseURL).href);
  }
});

test("an article says when it appeared, where it belongs and who signed it", async ({ page, baseURL }) => {
  await page.goto(articlePath);
  const head = await readHead(page);
  expect(contents(head, "og:type")).toEqual(["article"]);
  expect(contents(head, "article:published_time")).toEqual(["2026-11-22T08:00:00+00:00"]);
  expect(contents(head, "article:modified_time")).toHaveLength(1);
  expect(contents(head, "article:section")).toEqual(["Growth psychology"]);
  expect(contents(head, "article:author")).toEqual([`${baseURL ?? ""}/author/therapy-desk`]);
  const tags = await page.getByRole("navigation", { name: "Tags of this article" }).getByRole("link").allTextContents();
  expect(contents(head, "article:tag")).toEqual(tags);
  const markdown = head.links.filter(({ type }) => type === "text/markdown");
  expect(markdown.map(({ rel, href }) => [rel, new URL(href, baseURL).pathname])).toEqual([
    ["alternate", `${articlePath}.md`],
  ]);
});

test("feeds are found on every page, each under its own title", async ({ page }) => {
  const own: Record<string, string[]> = {
    "/": [],
    "/news": ["/news"],
    [articlePath]: ["/growth-psychology"],
    "/tag/psychological-exploration/page/2": ["/tag/psychological-exploration"],
    "/author/therapy-desk": ["/author/therapy-desk"],
    "/contact": [],
  };
  for (const [path, lists] of Object.entries(own)) {
    await page.goto(path);
    const { links } = await readHead(page);
    const feeds = links.filter(({ rel, type }) => rel === "alternate" && /rss|atom|feed/.test(type));
    const expected = ["feed.xml", "atom.xml", "feed.json"].flatMap((file) =>
      [...lists, ""].map((list) => `${list}/${file}`),
    );
    expect(
      feeds.map(({ href }) => new URL(href, page.url()).pathname),
      path,
    ).toEqual(expected);
    expect(new Set(feeds.map(({ title }) => title)).size).toBe(feeds.length);
    expect(new Set(feeds.map(({ type }) => type)).size).toBe(3);
  }
});

test("devices find icons, colours and the manifest", async ({ page, baseURL }) => {
  await page.goto("/");
  const { links, metas } = await readHead(page);
  const icons = links.filter(({ rel }) => /icon/.test(rel)).map(({ rel, href, sizes }) => [rel, href, sizes]);
  expect(icons).toEqual([
    ["icon", "/favicon.ico", "32x32"],
    ["icon", "/icon.svg", "any"],
    ["apple-touch-icon", "/apple-touch-icon.png", "180x180"],
  ]);
  const colours = metas.filter(({ name }) => name === "theme-color").map(({ media }) => media);
  expect(colours).toEqual(["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]);

  const manifest = links.filter(({ rel }) => rel === "manifest").map(({ href }) => href);
  expect(manifest).toEqual(["/manifest.webmanifest"]);
  const answer = await ask(`${baseURL ?? ""}/manifest.webmanifest`);
  expect(answer.headers.get("content-type")).toBe("application/manifest+json");
  const { name, icons: appIcons } = JSON.parse(answer.text) as { name: string; icons: { src: string; type: string }[] };
  expect(name).toBe("Mental Health Network");

  const [nodes = []] = readGraphs(await page.content());
  const publisher = nodes.find((node) => node["@type"] === "Organization") as { logo: { url: string } } | undefined;
  const types: Record<string, string> = { ico: "image/x-icon", svg: "image/svg+xml", png: "image/png" };
  for (const href of [...icons.map(([, file]) => file), ...appIcons.map(({ src }) => src), publisher?.logo.url]) {
    const response = await fetch(new URL(href ?? "", baseURL));
    expect(response.status, href).toBe(200);
    expect(response.headers.get("content-type"), href).toBe(types[/\w+$/.exec(href ?? "")?.[0] ?? ""]);
  }
});

test("a page that is not there asks not to be indexed and has no address", async ({ page }) => {
  await page.goto("/no-such-page");
  const head = await readHead(page);
  expect(contents(head, "robots")).toEqual([expect.stringContaining("noindex")]);
  expect(head.links.filter(({ rel }) => rel === "canonical")).toEqual([]);
});
