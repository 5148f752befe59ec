/** The editor screen itself: accessible in both colours and widths, quiet in the console, its palette and its previews. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { ask } from "../ask";
import { stateOf } from "./accounts";
import { fillDraft, newArticle, openSide, textBox } from "./newsroom";

test.use({ storageState: stateOf("editor") });

async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

async function openArticle(page: Page, headline: RegExp): Promise<void> {
  await page.goto("/admin/articles");
  await page.getByRole("link", { name: headline }).click();
  await expect(textBox(page)).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in ${colorScheme} colours, on a desk and on a phone`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, storageState: stateOf("editor") });
    const page = await context.newPage();
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await openArticle(page, /What happens in couples therapy/);
      expect(await axeFinds(page), "the article").toEqual([]);
      for (const side of ["Checklist", "Comments"] as const) {
        await openSide(page, side);
        expect(await axeFinds(page), side).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        "no sideways scroll",
      ).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}

test("nothing is said in the console, under a policy without inline scripts", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  await openArticle(page, /What happens in couples therapy/);
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await expect(page.frameLocator("iframe").getByText("This version is not published.")).toBeVisible();
  expect(said).toEqual([]);
  const { headers } = await ask(page.url());
  expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test("the palette finds an article by its words, and goes there by keyboard alone", async ({ page }) => {
  await page.goto("/admin");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search and commands" }).fill("couples therapy first call");
  await expect(page.getByRole("option", { name: /What happens in couples therapy/ })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/articles\/\d+$/);
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue(/What happens in couples therapy/);
});

test("a preview is the reader's page, also for somebody without an account, until its link is over", async ({
  page,
  browser,
}) => {
  await newArticle(page);
  await fillDraft(page, { headline: "Seen before its time", text: "Only the link leads here." });
  await page.getByRole("button", { name: "Share a preview" }).click();
  await page.getByLabel("Holds for").selectOption("1");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();

  const stranger = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage();
  const answer = await stranger.goto(new URL(link).pathname);
  expect(answer?.status()).toBe(200);
  await expect(stranger.getByRole("heading", { level: 1, name: "Seen before its time" })).toBeVisible();
  await expect(stranger.getByText("Only the link leads here.")).toBeVisible();
  await expect(stranger.getByText("This version is not published.")).toBeVisible();
  const { headers } = await ask(stranger.url());
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("cache-control")).toContain("no-store");
  const forged = stranger.url().replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect((await ask(forged)).status).toBe(404);
  await stranger.context().close();
});
