/** Autosave in real browsers: two people in one article over a bad network, a merge, and what a crash leaves behind. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { seeded, type Random } from "@/lib/richtext/testing/seeded-random";
import { nameOf, stateOf, type Role } from "./desk/accounts";

test.describe.configure({ timeout: 240_000 });

const saves = "**/admin/api/articles/*/working-copy";
const contexts: BrowserContext[] = [];

/** A browser of their own for somebody of this role. */
async function browserOf(browser: Browser, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext({ storageState: stateOf(role) });
  contexts.push(context);
  return context;
}

test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

const text = (page: Page): Locator => page.getByRole("textbox", { name: "Text of the article" });
const saved = (page: Page): Locator => page.getByRole("status").filter({ hasText: /^Saved$/ });
const question = (page: Page): Locator => page.getByRole("button", { name: "Look at both" });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(text(page)).toBeVisible();
  // React is there: before, nothing listens.
  await page.waitForLoadState("networkidle");
}

/** A draft of these paragraphs, saved. @returns its address */
async function startDraft(page: Page, headline: string, paragraphs: string[]): Promise<string> {
  await page.goto("/admin");
  await page.waitForLoadState("networkidle");
  await page.getByRole("banner").getByRole("button", { name: "New article" }).click();
  await page.waitForURL(/\/admin\/articles\/\d+$/);
  await expect(text(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await text(page).click();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(paragraph);
  }
  await expect(page.getByRole("status").filter({ hasText: /Saving|Not saved yet/ })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Puts the caret at the end of a paragraph. */
async function toEndOf(page: Page, words: string): Promise<void> {
  await text(page).getByText(words).first().click();
  await page.keyboard.press("End");
}

/** Loses a fifth of the saves: half of those before they arrive, half of the answers. The same ones for the same seed. */
async function loseSaves(page: Page, random: Random): Promise<{ lost: () => number }> {
  let lost = 0;
  await page.route(saves, async (route) => {
    const fate = random.below(100);
    if (fate >= 20) return route.continue();
    lost += 1;
    if (fate >= 10) await route.fetch();
    return route.abort("failed");
  });
  return { lost: () => lost };
}

test("two people write at once while a fifth of the saves gets lost, and every word is kept", async ({ browser }) => {
  const one = await (await browserOf(browser, "editor")).newPage();
  const path = await startDraft(one, "Written by two", ["First paragraph.", "Second paragraph."]);
  const two = await (await browserOf(browser, "administrator")).newPage();
  await open(two, path);
  await expect(two.getByText(`${nameOf("editor")} (since`)).toBeVisible();
  await expect(one.getByText(`${nameOf("administrator")} (since`)).toBeVisible({ timeout: 15_000 });

  const random = seeded(20);
  const losses = [await loseSaves(one, random), await loseSaves(two, random)];
  await toEndOf(one, "First paragraph.");
  await toEndOf(two, "Second paragraph.");
  const words = (name: string): string[] => Array.from({ length: 40 }, (_, index) => `${name}${String(index)}`);
  const write = async (page: Page, name: string): Promise<void> => {
    for (const word of words(name)) {
      await page.keyboard.type(` ${word}`, { delay: 20 });
      await page.waitForTimeout(random.below(900));
    }
  };
  await Promise.all([write(one, "a"), write(two, "b")]);
  expect(losses[0]!.lost() + losses[1]!.lost()).toBeGreaterThan(3);

  for (const page of [one, two]) await page.unroute(saves);
  for (const page of [one, two]) {
    await expect(saved(page)).toBeVisible({ timeout: 40_000 });
    await expect(question(page)).toHaveCount(0);
    await expect(text(page)).toContainText(`First paragraph. ${words("a").join(" ")}`, { timeout: 20_000 });
    await expect(text(page)).toContainText(`Second paragraph. ${words("b").join(" ")}`, { timeout: 20_000 });
  }
  await open(two, path);
  await expect(text(two)).toContainText(words("a").join(" "));
  await expect(text(two)).toContainText(words("b").join(" "));
});

test("both change the same paragraph: the second is asked, sees both, and keeps both", async ({ browser }) => {
  const one = await (await browserOf(browser, "editor")).newPage();
  const path = await startDraft(one, "Changed twice", ["Shared words.", "Other words."]);
  const two = await (await browserOf(browser, "administrator")).newPage();
  await open(two, path);

  // The second writes, but its saves wait until the first has saved.
  await two.route(saves, (route) => route.abort("failed"));
  await toEndOf(two, "Shared words.");
  await two.keyboard.type(" From the second.");
  await toEndOf(one, "Shared words.");
  await one.keyboard.type(" From the first.");
  await expect(one.getByRole("status").filter({ hasText: /Saving|Not saved yet/ })).toBeVisible();
  await expect(saved(one)).toBeVisible();
  await two.unroute(saves);

  await expect(question(two)).toBeVisible({ timeout: 40_000 });
  await question(two).click();
  const dialog = two.getByRole("dialog", { name: "Two people changed the same" });
  await expect(dialog).toContainText("From the first.");
  await expect(dialog).toContainText("From the second.");
  const { violations } = await new AxeBuilder({ page: two }).include("[role=dialog]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const save = dialog.getByRole("button", { name: "Save the merged article" });
  await expect(save).toBeDisabled();
  await dialog.getByRole("radio", { name: /Keep both/ }).check();
  await save.click();
  await expect(saved(two)).toBeVisible();
  for (const page of [two, one]) {
    await expect(text(page)).toContainText("From the first.", { timeout: 20_000 });
    await expect(text(page)).toContainText("From the second.", { timeout: 20_000 });
    await expect(text(page)).toContainText("Other words.");
  }
});

test("another tab of the same account is told of at once", async ({ browser }) => {
  const context = await browserOf(browser, "editor");
  const one = await context.newPage();
  const path = await startDraft(one, "Open twice", ["Some words."]);
  const two = await context.newPage();
  await open(two, path);
  for (const page of [one, two]) await expect(page.getByText(/open in another tab or window/)).toBeVisible({ timeout: 3_000 }); // prettier-ignore
  await two.close();
  await expect(one.getByText(/open in another tab or window/)).toBeHidden({ timeout: 5_000 });
});

test("what a crash left in the browser is offered back and merged", async ({ browser }) => {
  const context = await browserOf(browser, "editor");
  const one = await context.newPage();
  const path = await startDraft(one, "Crashed", ["Before the crash.", "Another paragraph."]);
  await context.setOffline(true);
  await toEndOf(one, "Before the crash.");
  await one.keyboard.type(" Never sent.");
  await expect(one.getByRole("status").filter({ hasText: /^Not saved|^Offline/ })).toBeVisible();
  // The browser's copy is written at most two seconds after the last key.
  await one.waitForTimeout(2_500);
  await one.close();

  const other = await (await browserOf(browser, "administrator")).newPage();
  await open(other, path);
  await toEndOf(other, "Another paragraph.");
  await other.keyboard.type(" Meanwhile.");
  await expect(other.getByRole("status").filter({ hasText: /Saving|Not saved yet/ })).toBeVisible();
  await expect(saved(other)).toBeVisible();

  await context.setOffline(false);
  const two = await context.newPage();
  await open(two, path);
  await expect(text(two)).not.toContainText("Never sent.");
  await two.getByRole("button", { name: "Bring it back" }).click();
  await expect(text(two)).toContainText("Before the crash. Never sent.");
  await expect(text(two)).toContainText("Another paragraph. Meanwhile.");
  await expect(saved(two)).toBeVisible();
  await expect(two.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
  await open(two, path);
  await expect(text(two)).toContainText("Never sent.");
  await expect(two.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
});
