/** An article on paper: its text and nothing else. */
import { expect, test } from "@playwright/test";
import { articleHeadline, articlePath } from "./page-types";

test.use({ viewport: { width: 794, height: 1123 }, colorScheme: "dark" });

test.beforeEach(async ({ page }) => {
  await page.goto(articlePath);
  await page.emulateMedia({ media: "print" });
});

test("the text is there, whole, in dark ink on white", async ({ page }) => {
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1, name: articleHeadline })).toBeVisible();
  await expect(main.getByRole("link", { name: "Therapy desk" }).first()).toBeVisible();
  await expect(main.getByText("Two chairs, a box of tissues")).toBeVisible();
  await expect(main.getByRole("table").first()).toBeVisible();
  await expect(main.getByText("you have your first question")).toBeVisible();
  await expect(main.getByRole("heading", { name: "References" })).toBeVisible();
  const { color, background } = await page.locator("body").evaluate((body) => {
    const style = getComputedStyle(body);
    return { color: style.color, background: style.backgroundColor };
  });
  expect(color).toBe("rgb(0, 0, 0)");
  expect(background).toBe("rgb(255, 255, 255)");
});

test("everything begins at the same edge", async ({ page }) => {
  const left = (name: string): Promise<number> =>
    page
      .locator(name)
      .first()
      .evaluate((node) => node.getBoundingClientRect().left);
  expect(await left(".article-head")).toBe(await left(".article__text"));
});

test("what belongs to the screen is gone", async ({ page }) => {
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("search")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "More from the magazine" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: /Related posts|More to read|Share this article/ })).toHaveCount(0);
  await expect(page.getByText(/advertisement/i)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Skip to content" })).toHaveCount(0);
  // Ways back and forth inside the page lead nowhere on paper.
  await expect(page.getByRole("link", { name: /^Back to reference|^Link to this section/ })).toHaveCount(0);
});

test("help lines can be read without opening anything", async ({ page }) => {
  const help = page.getByRole("region", { name: "If you need help now" });
  await expect(help).toContainText("988");
  await expect(help).toBeVisible();
  // Also those of countries that fold on the screen, and none takes more room than a line or two.
  const folded = help.getByText("Samaritans").first();
  await expect(folded).toBeVisible();
  expect((await help.getByRole("group").first().boundingBox())?.height).toBeLessThan(60);
});
