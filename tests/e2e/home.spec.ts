/** The front page. */
import { expect, test } from "@playwright/test";
import { menu } from "./page-types";

const categories = menu.slice(1);

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("tells no story twice", async ({ page }) => {
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const sections = new Set<string>(categories.map(({ path }) => path));
  const stories = links.filter((href) => sections.has(href.slice(0, href.lastIndexOf("/"))));
  expect(stories.length).toBeGreaterThan(30);
  expect(stories.filter((href, index) => stories.indexOf(href) < index)).toEqual([]);
});

test("opens with the newest story, large, and four more", async ({ page }) => {
  const main = page.getByRole("main");
  const lead = main.getByRole("article").first();
  await expect(lead.getByRole("heading", { level: 2 }).getByRole("link")).toBeVisible();
  await expect(lead.locator(".story__excerpt")).toHaveText(/\w.{40,}/);
  const picture = lead.getByRole("img");
  await expect(picture).toHaveAttribute("fetchpriority", "high");
  await expect(picture).not.toHaveAttribute("loading", "lazy");
  await expect(main.getByRole("region", { name: "Top stories" }).getByRole("article")).toHaveCount(4);

  const dates = await main
    .locator(".home-top time, .home-band time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  expect(dates.length).toBeGreaterThan(5);
  expect(dates).toEqual([...dates].sort().reverse());
});

test("has a block for every category: a story with its excerpt, and headlines", async ({ page }) => {
  for (const { label, path } of categories) {
    const block = page.getByRole("main").getByRole("region", { name: label, exact: true });
    await expect(block.getByRole("heading", { level: 2 }).getByRole("link")).toHaveAttribute("href", path);
    await expect(block.getByRole("article")).toHaveCount(1);
    await expect(block.locator(".story__excerpt")).toHaveText(/\w.{40,}/);
    const headlines = block.getByRole("listitem");
    expect(await headlines.count(), label).toBeGreaterThanOrEqual(1);
    expect(await headlines.count(), label).toBeLessThanOrEqual(4);
    for (const href of await block
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
      expect(href?.startsWith(path)).toBe(true);
    }
  }
});

test("has the latest posts and the cloud of tags, the most used largest", async ({ page }) => {
  const main = page.getByRole("main");
  await expect(main.getByRole("region", { name: "Latest posts" }).getByRole("listitem")).toHaveCount(6);
  const tags = main.getByRole("navigation", { name: "Topics" }).getByRole("link");
  await expect(tags).toHaveCount(29);
  const cloud = await tags.evaluateAll((links) =>
    links.map((link) => ({
      articles: Number(/\((\d+) articles?\)/.exec(link.textContent)?.[1]),
      size: Number.parseFloat(getComputedStyle(link).fontSize),
    })),
  );
  for (const a of cloud) for (const b of cloud) if (a.articles < b.articles) expect(a.size).toBeLessThanOrEqual(b.size);
  expect(new Set(cloud.map(({ size }) => size)).size).toBeGreaterThanOrEqual(4);
});

test("a press anywhere on a card opens its story", async ({ page }) => {
  const card = page.getByRole("main").getByRole("region", { name: "News" }).getByRole("article");
  const href = await card.getByRole("link").getAttribute("href");
  const excerpt = card.locator(".story__excerpt");
  await excerpt.scrollIntoViewIfNeeded();
  const { x, y } = (await excerpt.boundingBox())!;
  await page.mouse.click(x + 5, y + 5);
  await expect(page).toHaveURL(href ?? "");
});
