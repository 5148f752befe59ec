/** The parts of an article's page. */
import { expect, test, type Locator } from "@playwright/test";
import { ask } from "./ask";
import { articleHeadline, articlePath } from "./page-types";

const category = "growth-psychology";
/** An article that was revised, has no content note, and stands between two others of its category. */
const revisedPath = "/growth-psychology/steadier-self-esteem";

test("its parts stand in order", async ({ page }) => {
  await page.goto(articlePath);
  const main = page.getByRole("main");
  const text = main.locator(".prose");
  const parts: Record<string, Locator> = {
    breadcrumb: main.getByRole("navigation", { name: "Breadcrumb" }),
    category: main.locator(`p a[href="/${category}"]`).first(),
    headline: main.getByRole("heading", { level: 1, name: articleHeadline }),
    standfirst: main.getByText("A plain account of what two people in a quiet room are doing"),
    byline: main.getByRole("link", { name: "Therapy desk" }),
    published: main.getByText("November 22, 2026").first(),
    "reading time": main.getByText(/^\d+ min read$/).first(),
    "check of sources": main.getByText("Sources checked by"),
    "content note": main.getByRole("note").filter({ hasText: "Content note" }),
    cover: main.getByRole("figure").filter({ hasText: "Illustration:" }).first(),
    contents: main.getByRole("navigation", { name: "Contents" }),
    text: text.getByText("Two chairs, a box of tissues"),
    "crisis help": text.getByRole("region", { name: "If you need help now" }),
    table: text.getByRole("table").first(),
    gallery: text.getByRole("figure", { name: /Three moments in a course of therapy/ }),
    callout: text.getByRole("note").first(),
    references: main.getByRole("heading", { name: "References" }),
    tags: main.getByRole("navigation", { name: "Tags of this article" }),
    "share links": main.getByRole("region", { name: "Share this article" }),
    "previous and next": main.getByRole("navigation", { name: "Previous and next post" }),
    "side column": main.getByRole("complementary", { name: "More from the magazine" }),
    related: main.getByRole("region", { name: "Related posts" }),
    more: main.getByRole("region", { name: "More to read" }),
  };
  for (const [name, part] of Object.entries(parts)) await expect(part, name).toBeVisible();
  expect(await inDocumentOrder(parts)).toEqual(Object.keys(parts));
});

test("says where it belongs, who signed it and when", async ({ page }) => {
  await page.goto(articlePath);
  const crumbs = page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link");
  await expect(crumbs).toHaveText(["Home", "Growth psychology"]);
  await expect(crumbs.first()).toHaveAttribute("href", "/");
  await expect(crumbs.last()).toHaveAttribute("href", `/${category}`);
  const head = page.getByRole("main").locator("header").first();
  await expect(head.locator("time").first()).toHaveAttribute("datetime", "2026-11-22T08:00:00+00:00");
  await expect(head).not.toContainText("Updated");
  await expect(head).toContainText("Sources checked by Sources desk");
  await head.getByRole("link", { name: "Therapy desk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Therapy desk");
});

test("says when it was updated, if that was on another day", async ({ page }) => {
  await page.goto(revisedPath);
  const head = page.getByRole("main").locator("header").first();
  await expect(head).toContainText("May 20, 2024");
  await expect(head).toContainText("Updated October 6, 2025");
});

test.describe("the cover", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("comes first, in modern formats, no larger than needed", async ({ page }) => {
    await page.goto(articlePath);
    const cover = page.getByRole("main").getByRole("figure").first();
    const image = cover.getByRole("img");
    const sources = cover.locator("source");
    expect(await sources.evaluateAll((found) => found.map((source) => source.getAttribute("type")))).toEqual([
      "image/avif",
      "image/webp",
    ]);
    await expect(sources.nth(0)).toHaveAttribute("srcset", /^(\/media\/\S+\/\d+\.avif \d+w(, |$)){3,}/);
    await expect(sources.nth(1)).toHaveAttribute("srcset", /^(\/media\/\S+\/\d+\.webp \d+w(, |$)){3,}/);
    await expect(image).toHaveAttribute("srcset", /^(\/media\/\S+\/\d+\.jpg \d+w(, |$)){3,}/);
    await expect(image).toHaveAttribute("src", /\.jpg$/);
    await expect(image).toHaveAttribute("alt", /\w{3}/);
    await expect(image).toHaveAttribute("fetchpriority", "high");
    await expect(image).not.toHaveAttribute("loading", "lazy");
    await expect(image).toHaveAttribute("style", /background-image:url\("data:image\//);
    const shown = await image.evaluate(({ currentSrc, naturalWidth }: HTMLImageElement) => ({
      currentSrc,
      naturalWidth,
    }));
    expect(shown.currentSrc).toMatch(/\/640\.avif$/);
    expect(shown.naturalWidth).toBeGreaterThan(0);
    await expect(cover).toContainText("Illustration: Mental Health Network");
  });

  test("is the only picture that does not wait; all have their size", async ({ page }) => {
    await page.goto(articlePath);
    const images = await page.locator("img").evaluateAll((found) =>
      found.map((image) => ({
        size: Number(image.getAttribute("width")) > 0 && Number(image.getAttribute("height")) > 0,
        described: image.hasAttribute("alt"),
        lazy: image.getAttribute("loading") === "lazy",
        formats: image.parentElement?.querySelectorAll("source").length,
      })),
    );
    expect(images.length).toBeGreaterThan(10);
    expect(images.filter(({ size, described, formats }) => !size || !described || formats !== 2)).toEqual([]);
    expect(images.map(({ lazy }) => lazy)).toEqual(images.map((_, index) => index > 0));
  });
});

test.describe("the body", () => {
  test("shows a table, a gallery, callouts and pictures with credits", async ({ page }) => {
    await page.goto(articlePath);
    const text = page.locator(".prose");
    const table = text.getByRole("table").first();
    await expect(table.getByRole("columnheader")).toHaveText([
      "Stage",
      "What mostly happens",
      "What it can feel like",
      "A question you can ask",
    ]);
    await expect(table.getByRole("row")).toHaveCount(8);
    const gallery = text.getByRole("figure", { name: /Three moments in a course of therapy/ });
    await expect(gallery.getByRole("img")).toHaveCount(3);
    for (const note of await text.getByRole("note").all()) await expect(note).toContainText(/^(Note|Tip|Caution)/);
    for (const image of await text.getByRole("img").all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    }
  });

  test("offers help lines that a phone can call", async ({ page }) => {
    await page.goto(articlePath);
    const help = page.getByRole("region", { name: "If you need help now" });
    await expect(help.getByRole("link", { name: "Call 988" }).first()).toHaveAttribute("href", "tel:988");
    await expect(help.getByRole("link", { name: "Text HOME to 741741" }).first()).toHaveAttribute(
      "href",
      /^sms:741741/,
    );
    await expect(help.getByRole("link", { name: "findahelpline.com" })).toHaveAttribute(
      "href",
      /^https:\/\/findahelpline\.com/,
    );
  });

  test("names a work for every mark, in order, with a way back to each", async ({ page }) => {
    await page.goto(articlePath);
    const marks = await page.locator(".prose sup a").evaluateAll((links) =>
      links.map((link) => ({
        id: link.id,
        number: Number(link.textContent.replace(/\D/g, "")),
        href: link.getAttribute("href"),
      })),
    );
    const works = page.getByRole("heading", { name: "References" }).locator("xpath=following-sibling::ol/li");
    const count = await works.count();
    expect(count).toBeGreaterThan(20);
    const firstUses = [...new Set(marks.map(({ number }) => number))];
    expect(firstUses).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    for (const { href, number } of marks)
      expect(href).toBe(`#${(await works.nth(number - 1).getAttribute("id")) ?? ""}`);
    const back = await page
      .getByRole("link", { name: /^Back to reference/ })
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(new Set(back)).toEqual(new Set(marks.map(({ id }) => `#${id}`)));
  });

  test("has no place for advertisements while none is configured", async ({ page }) => {
    await page.goto(revisedPath);
    await expect(page.getByText(/advertisement/i)).toHaveCount(0);
    await expect(page.locator(".ad")).toHaveCount(0);
  });
});

test("share links are plain links, and load nothing from anybody", async ({ page, baseURL }) => {
  await page.goto(articlePath);
  const share = page.getByRole("region", { name: "Share this article" });
  const address = encodeURIComponent(`${baseURL ?? ""}${articlePath}`);
  for (const name of ["E-mail", "WhatsApp", "Facebook", "X", "LinkedIn"]) {
    const link = share.getByRole("link", { name: `Share via ${name}`, exact: true });
    await expect(link).toHaveAttribute("href", /^(https:\/\/|mailto:\?)/);
    expect(await link.getAttribute("href")).toContain(address);
  }
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((found) => found.map((script) => script.getAttribute("src")));
  expect(scripts.filter((source) => !source?.startsWith("/assets/"))).toEqual([]);
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("tags lead to their pages", async ({ page }) => {
  await page.goto(articlePath);
  const tags = page.getByRole("navigation", { name: "Tags of this article" }).getByRole("link");
  await expect(tags).toHaveText([
    "growth psychology",
    "psychological exploration",
    "psychological adjustment",
    "psychological stress",
  ]);
  await tags.last().click();
  await expect(page).toHaveURL("/tag/psychological-stress");
  await expect(page.getByRole("link", { name: articleHeadline }).first()).toBeVisible();
});

test("previous and next post lead through the category, there and back", async ({ page }) => {
  await page.goto(revisedPath);
  const neighbours = page.getByRole("navigation", { name: "Previous and next post" });
  const next = await neighbours.getByRole("link", { name: /^Next Post/ }).getAttribute("href");
  expect(next).toMatch(new RegExp(`^/${category}/`));
  await neighbours.getByRole("link", { name: /^Previous Post/ }).click();
  await expect(page).not.toHaveURL(revisedPath);
  await expect(page).toHaveURL(new RegExp(`/${category}/`));
  await neighbours.getByRole("link", { name: /^Next Post/ }).click();
  await expect(page).toHaveURL(revisedPath);
});

test("every article leads on: nine related, three more, and a full side column", async ({ baseURL }) => {
  const home = baseURL ?? "";
  const { text: sitemap } = await ask(`${home}/sitemaps/articles-1.xml`);
  const articles = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
  expect(articles.length).toBeGreaterThanOrEqual(30);
  const faults: Record<string, unknown> = {};
  for (const path of articles) {
    const { text } = await ask(home + path);
    const around = hrefs(section(text, '<nav class="neighbours"', "</nav>"));
    const related = hrefs(section(text, '<section class="more-stories" aria-labelledby="related-posts"', "</section>"));
    const more = hrefs(section(text, '<section class="more-stories" aria-labelledby="more-to-read"', "</section>"));
    const side = ["block-interpersonal-relationship", "block-workplace-psychology", "side-latest"].map(
      (id) =>
        new Set(
          hrefs(section(text, `aria-labelledby="${id}"`, "</section>")).filter((href) => href.split("/").length === 3),
        ),
    );
    const onward = [...related, ...more];
    const found = {
      related: related.length,
      more: more.length,
      repeated: onward.filter((href, index) => onward.indexOf(href) < index || around.includes(href) || href === path),
      side: side.map(({ size }) => size),
      itself: side.some((links) => links.has(path)),
    };
    const wanted = { related: 9, more: 3, repeated: [], side: [5, 5, 5], itself: false };
    if (JSON.stringify(found) !== JSON.stringify(wanted)) faults[path] = found;
  }
  expect(faults).toEqual({});
});

test("the side column opens with a story and its excerpt", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(articlePath);
  const side = page.getByRole("complementary", { name: "More from the magazine" });
  const block = side.getByRole("region", { name: "interpersonal relationship" });
  const lead = block.getByRole("article");
  await expect(lead).toHaveCount(1);
  await expect(lead.getByRole("link")).toHaveCount(1);
  await expect(lead.locator(".story__excerpt")).toHaveText(/\w.{40,}/);
  await expect(block.getByRole("listitem")).toHaveCount(4);
  await expect(side.getByRole("region", { name: "workplace psychology" }).getByRole("listitem")).toHaveCount(5);
  await expect(side.getByRole("region", { name: "Latest posts" }).getByRole("listitem")).toHaveCount(5);
});

/** The names of the parts as they follow each other in the document, which is how they are read aloud. */
async function inDocumentOrder(parts: Record<string, Locator>): Promise<string[]> {
  const places: { name: string; place: number }[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const place = await part.evaluate((element) => [...document.querySelectorAll("*")].indexOf(element));
    places.push({ name, place });
  }
  return places.sort((a, b) => a.place - b.place).map(({ name }) => name);
}

/** The part of the HTML from `start` to the next `end`; empty when there is none. */
function section(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  return from === -1 ? "" : html.slice(from, html.indexOf(end, from));
}

function hrefs(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href = ""]) => href);
}
