/** What works without JavaScript: everything a reader needs. */
import { expect, test, type Page } from "@playwright/test";
import { articlePath } from "./page-types";

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test.use({ javaScriptEnabled: false });

test.describe("on a phone", () => {
  test.use({ viewport: phone });

  test("the menu opens and leads on", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("navigation", { name: "Sections" });
    await expect(menu).toBeHidden();
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await page.getByRole("button", { name: "Menu" }).click();
    await menu.getByRole("link", { name: "marriage psychology" }).click();
    await expect(page).toHaveURL("/marriage-psychology");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Marriage psychology");
  });

  test("the search in the menu submits", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("banner").getByLabel("Search for").fill("sleep");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search?q=sleep");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Results for “sleep”");
  });

  test("the contents list unfolds and jumps", async ({ page }) => {
    await page.goto(articlePath);
    const contents = page.getByRole("navigation", { name: "Contents" });
    await contents.getByText("On this page").first().click();
    await contents.getByRole("link", { name: "Ending and aftercare" }).click();
    await expectJump(page, "ending-and-aftercare");
  });
});

test.describe("at a desk", () => {
  test.use({ viewport: desk });

  test("search works from the header and from its own page", async ({ page }) => {
    await page.goto("/about-us");
    const inHeader = page.getByRole("search", { name: "Search the magazine" });
    await inHeader.getByLabel("Search for").fill("loneliness");
    await inHeader.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL("/search?q=loneliness");
    const onPage = page.getByRole("main").getByRole("search");
    await expect(onPage.getByLabel("Search for")).toHaveValue("loneliness");
    await onPage.getByLabel("Search for").fill("sleep");
    await onPage.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Results for “sleep”");
  });

  test("the numbered pages turn", async ({ page }) => {
    const address = "/tag/psychological-exploration";
    await page.goto(address);
    const pages = page.getByRole("navigation", { name: "Pages" });
    await expect(pages.locator("[aria-current=page]")).toHaveText("1");
    await expect(pages.getByRole("link", { name: /first|previous/i })).toHaveCount(0);
    await pages.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(`${address}/page/2`);
    await expect(pages.locator("[aria-current=page]")).toHaveText("2");
    await expect(pages.getByRole("link", { name: /next|last/i })).toHaveCount(0);
    await pages.getByRole("link", { name: "Previous page" }).click();
    await expect(page).toHaveURL(address);
    await pages.getByRole("link", { name: "Last page" }).click();
    await expect(page).toHaveURL(`${address}/page/2`);
    await pages.getByRole("link", { name: "First page" }).click();
    await expect(page).toHaveURL(address);
    await pages.getByRole("link", { name: "Page 2", exact: true }).click();
    await expect(page).toHaveURL(`${address}/page/2`);
  });

  test("the contents list jumps to every heading", async ({ page }) => {
    await page.goto(articlePath);
    const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
    expect(await links.count()).toBeGreaterThan(10);
    for (const link of await links.all()) {
      const id = ((await link.getAttribute("href")) ?? "").slice(1);
      await expect(page.locator(`main [id="${id}"]`)).toHaveText(await link.innerText());
      await link.click();
      await expectJump(page, id);
    }
  });

  test("a reference mark leads to its work, and back", async ({ page }) => {
    await page.goto(articlePath);
    await page.getByRole("link", { name: "[3]", exact: true }).first().click();
    await expectJump(page, "reference-3");
    await page
      .getByRole("link", { name: /^Back to reference 3 in the text/ })
      .first()
      .click();
    await expectJump(page, "ref-mark-3-1");
  });

  test("help lines of other countries unfold", async ({ page }) => {
    await page.goto("/contact");
    const country = page.getByRole("main").locator(".rt-crisis details").first();
    await expect(country.getByRole("link").first()).toBeHidden();
    await country.locator("summary").click();
    await expect(country.getByRole("link").first()).toBeVisible();
  });

  test("no button stands there that would do nothing", async ({ page }) => {
    for (const path of ["/", articlePath]) {
      await page.goto(path);
      for (const button of await page.getByRole("button").all()) {
        await expect(button).toHaveAttribute("type", "submit");
      }
    }
  });
});

async function expectJump(page: Page, id: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
}
