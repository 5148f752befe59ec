/** What people do in the editor screen, as steps of stories. */
import { expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";

/** The text of the article that is open. */
export function textBox(page: Page): Locator {
  return page.getByRole("textbox", { name: "Text of the article" });
}

/** Starts an article by the button. @returns its address in the desk */
export async function newArticle(page: Page): Promise<string> {
  await page.goto("/admin");
  await page.getByRole("button", { name: "New article" }).click();
  await page.waitForURL(/\/admin\/articles\/\d+$/);
  await expect(textBox(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Saves on purpose, and waits until the server has every word as a revision. */
export async function saved(page: Page): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().headers()["next-action"] !== undefined);
  await page.keyboard.press("Control+s");
  await kept;
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible({ timeout: 15_000 });
}

export async function openSide(page: Page, name: "Article" | "Checklist" | "Comments"): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
}

/** Headline and text, kept as a revision. */
export async function fillDraft(page: Page, { headline, text }: { headline: string; text: string }): Promise<void> {
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await textBox(page).click();
  await page.keyboard.type(text);
  await saved(page);
}

/** What publishing asks for besides: category, byline, excerpt, and a hero uploaded in the picker. */
export async function fillPanel(page: Page): Promise<void> {
  await openSide(page, "Article");
  await openSection(page, "Address and tags");
  await page.getByLabel("Category", { exact: true }).selectOption({ label: "News" });
  await openSection(page, "Byline and review");
  await page.getByRole("button", { name: "Add an author" }).click();
  await page.getByPlaceholder("Search by name…").fill("Therapy");
  await page.getByRole("option", { name: /Therapy desk/ }).click();
  await page.keyboard.press("Escape");
  await openSection(page, "Summary");
  await page.getByLabel("Excerpt").fill("What the first hour is for, and what it is not.");
  await openSection(page, "Hero picture");
  await page.getByRole("button", { name: "Choose a picture" }).click();
  await page
    .getByLabel("Pictures to upload")
    .setInputFiles({ name: "path.png", mimeType: "image/png", buffer: await aPicture() });
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByLabel("Alternative text").fill("A path between two hedges.");
  await saved(page);
}

async function openSection(page: Page, name: string): Promise<void> {
  const heading = page.getByRole("button", { name: new RegExp(`^${name}`) });
  if ((await heading.getAttribute("aria-expanded")) !== "true") await heading.click();
}

/** A picture that nobody uploaded before. */
async function aPicture(): Promise<Buffer> {
  const { width, height } = { width: 1600, height: 900 };
  const background = { r: Math.floor(Math.random() * 256), g: 120, b: Math.floor(Math.random() * 256) };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Opens one of the steps of the workflow, from the button or from the menu. */
export async function chooseStep(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "All steps" }).click();
  await page.getByRole("menuitem", { name }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

export async function confirmStep(page: Page, name: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}
