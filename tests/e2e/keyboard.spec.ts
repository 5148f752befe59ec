/** Everything a pointer can do in the header, done with keys alone. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { articlePath } from "./page-types";

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test("the first Tab offers a way past the header", async ({ page }) => {
  await page.goto(articlePath);
  const skip = page.getByRole("link", { name: "Skip to content" });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").first()).toBeFocused();
});

test("what has the focus shows it", async ({ page }) => {
  await page.setViewportSize(desk);
  await page.goto(articlePath);
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Tab");
    const shown = await page.evaluate(() => {
      const hasRing = (element: Element | null): boolean => {
        if (!element) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      };
      const focused = document.activeElement;
      // The search box draws its line around the whole form.
      return {
        html: focused?.outerHTML.slice(0, 120),
        ring: hasRing(focused) || hasRing(focused?.closest("form") ?? null),
      };
    });
    expect(shown).toEqual({ ...shown, ring: true });
  }
});

test.describe("the menu of small screens", () => {
  test.use({ viewport: phone });

  test("opens, leads on, and closes with Escape", async ({ page }) => {
    await page.goto("/");
    const button = page.getByRole("button", { name: "Menu" });
    const menu = page.getByRole("navigation", { name: "Sections" });
    await expect(menu).toBeHidden();
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();

    await page.keyboard.press("Space");
    await expect(menu).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("banner").getByRole("combobox")).toBeFocused();
    await tabTo(page, menu.getByRole("link", { name: "News" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/news");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("News");
  });

  test("closes when the focus goes on to the page", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("navigation", { name: "Sections" });
    await tabTo(page, page.getByRole("button", { name: "Menu" }));
    await page.keyboard.press("Enter");
    await tabTo(page, menu.getByRole("link", { name: "News" }));
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
    await expect(menu).toBeHidden();
  });
});

test.describe("the switch of colours", () => {
  test.use({ colorScheme: "light" });

  test("changes them, and the next page remembers", async ({ page }) => {
    await page.goto("/");
    const html = page.locator("html");
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await tabTo(page, page.getByRole("button", { name: "Switch to dark colors" }));
    await page.keyboard.press("Enter");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("button", { name: "Switch to light colors" })).toBeFocused();
    const dark = await background();
    expect(dark).not.toBe(light);

    await page.goto("/news");
    await expect(html).toHaveAttribute("data-theme", "dark");
    expect(await background()).toBe(dark);
    await tabTo(page, page.getByRole("button", { name: "Switch to light colors" }));
    await page.keyboard.press("Space");
    await expect(html).toHaveAttribute("data-theme", "light");
    expect(await background()).toBe(light);
  });
});

test.describe("the search box", () => {
  test.use({ viewport: desk });

  test("suggests articles; the arrows choose and Enter goes there", async ({ page }) => {
    const box = await focusedSearchBox(page);
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await box.pressSequentially("how therapy ends");
    const options = page.getByRole("listbox", { name: "Suggested articles" }).getByRole("option");
    await expect(options.first()).toContainText("How therapy ends");
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await expectActive(box, null);

    await page.keyboard.press("ArrowDown");
    await expectActive(box, options.first());
    await page.keyboard.press("ArrowUp");
    await expectActive(box, options.last());
    await expect(options.last()).toHaveText("View All Result");
    await page.keyboard.press("ArrowDown");
    await expectActive(box, options.first());
    await expect(options.first()).toHaveAttribute("href", "/growth-psychology/how-therapy-ends");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/growth-psychology/how-therapy-ends");
  });

  test("Escape closes the list and keeps the text; an arrow opens it again", async ({ page }) => {
    const box = await focusedSearchBox(page);
    await box.pressSequentially("stress");
    const list = page.getByRole("listbox", { name: "Suggested articles" });
    await expect(list).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(box).toHaveValue("stress");
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
    await expect(list).toBeVisible();
    await expectActive(box, list.getByRole("option").first());
  });

  test("Enter without a choice searches", async ({ page }) => {
    const box = await focusedSearchBox(page);
    await box.pressSequentially("stress");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search?q=stress");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Results for “stress”");
  });

  test("says No Result, and View All Result leads to the search page", async ({ page }) => {
    const box = await focusedSearchBox(page);
    await box.pressSequentially("zqxzqx");
    await expect(page.locator(".search-panel").getByText("No Result")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "No Result" })).toHaveCount(1);
    await expect(page.getByRole("option")).toHaveText(["View All Result"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search?q=zqxzqx");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No Result for “zqxzqx”");
  });

  test("the list goes when the focus goes", async ({ page }) => {
    const box = await focusedSearchBox(page);
    await box.pressSequentially("stress");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("listbox")).toBeHidden();
  });
});

/** Presses Tab until `target` has the focus, as a reader without a pointer has to. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`40 times Tab did not lead to ${target.toString()}`);
}

async function focusedSearchBox(page: Page): Promise<Locator> {
  await page.goto("/");
  const box = page.getByRole("banner").getByRole("combobox", { name: "Search for" });
  await tabTo(page, box);
  return box;
}

/** The option that assistive technology is told of, and that looks chosen. */
async function expectActive(box: Locator, option: Locator | null): Promise<void> {
  await expect(box).toBeFocused();
  const page = box.page();
  if (!option) {
    await expect(box).not.toHaveAttribute("aria-activedescendant");
    await expect(page.getByRole("option", { selected: true })).toHaveCount(0);
    return;
  }
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  await expect(box).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "no id");
}
