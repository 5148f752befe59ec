/** Every page type, at the widths of phones, tablets and desks, with JavaScript and without. */
import { expect, test, type Page } from "@playwright/test";
import { ask } from "./ask";
import { menu, pageTypes, type PageType } from "./page-types";
import { watch } from "./watch";

const widths = [390, 820, 1440];
/** The smallest phones. */
const narrowest = 320;
/** From here on the menu is part of the header; below, a button opens it. */
const wideHeader = 1100;
const contactAddress = "editors@mentalhealthnetwork.example";
const usefulLinks = {
  "About us": "/about-us",
  "Privacy Policy": "/privacy-policy",
  Disclaimer: "/disclaimer",
  Sitemap: "/sitemap",
  "Article sitemap": "/sitemap.xml",
  "News sitemap": "/news-sitemap.xml",
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const type of pageTypes) {
      test(`${type.name} is whole at every width`, async ({ context, baseURL }) => {
        for (const width of widths) {
          await test.step(`${String(width)} px`, async () => {
            const page = await context.newPage();
            const { problems, settled } = watch(page, baseURL ?? "");
            await page.setViewportSize({ width, height: 900 });
            const response = await page.goto(type.path);
            expect(response?.status()).toBe(type.status);
            await expectTitleAndHeading(page, type);
            await expectHeader(page, type, width);
            await expectFooter(page);
            await settled();
            expect(problems).toEqual([]);
            await expectNoSidewaysScroll(page);
            if (width === widths[0]) {
              await page.setViewportSize({ width: narrowest, height: 700 });
              await expectNoSidewaysScroll(page);
            }
            await page.close();
          });
        }
      });
    }
  });
}

test("the contact address stands in no page's HTML", async ({ baseURL }) => {
  for (const { path } of pageTypes) {
    const { text } = await ask(`${baseURL ?? ""}${path}`);
    expect(text, path).not.toContain(contactAddress);
    expect(text.replace(/<[^>]*>/g, ""), path).not.toContain(contactAddress);
    expect(text, path).not.toMatch(/mailto:[^?"]/);
  }
});

async function expectTitleAndHeading(page: Page, { heading }: PageType): Promise<void> {
  await expect(page).toHaveTitle(/Mental Health Network$|^What happens during therapy sessions, step by step$/);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
}

async function expectHeader(page: Page, { current }: PageType, width: number): Promise<void> {
  const header = page.getByRole("banner");
  await expect(header.getByRole("link", { name: "Mental Health Network" })).toHaveAttribute("href", "/");
  await expect(header.getByRole("search")).toHaveCount(width < wideHeader ? 0 : 1);
  const entries = header.locator("nav a");
  await expect(entries).toHaveText(menu.map(({ label }) => label));
  expect(await entries.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(
    menu.map(({ path }) => path),
  );
  const marked = header.locator("[aria-current]");
  await expect(marked).toHaveText(current === null ? [] : [current]);
  if (width < wideHeader) await expect(header.getByRole("button", { name: "Menu" })).toBeVisible();
  else for (const { label } of menu) await expect(header.getByRole("link", { name: label, exact: true })).toBeVisible();
}

async function expectFooter(page: Page): Promise<void> {
  const footer = page.getByRole("contentinfo");
  await expect(footer.getByText(/magazine about therapy and mental health/)).toBeVisible();
  await expect(footer).toContainText(`© ${String(new Date().getUTCFullYear())} Mental Health Network`);
  expect(await footer.innerText()).toContain(contactAddress);

  const recent = footer.getByRole("region", { name: "Recent News" }).getByRole("listitem");
  await expect(recent).toHaveCount(4);
  for (const item of await recent.all()) {
    await expect(item.getByRole("link")).toHaveAttribute("href", /^\/[a-z-]+\/[a-z0-9-]+$/);
    await expect(item.locator("time[datetime]")).toHaveText(/^[A-Z][a-z]{2} \d{1,2}, 20\d\d$/);
  }
  await expect(footer.getByRole("navigation", { name: /^tags$/i }).getByRole("link")).toHaveCount(29);
  const links = footer.getByRole("navigation", { name: "Useful Links" });
  for (const [name, path] of Object.entries(usefulLinks)) {
    await expect(links.getByRole("link", { name, exact: true })).toHaveAttribute("href", path);
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrolled, content, room } = await page.evaluate(() => {
    window.scrollTo(100, 0);
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrolled: window.scrollX, content: scrollWidth, room: clientWidth };
  });
  expect(content).toBeLessThanOrEqual(room);
  expect(scrolled).toBe(0);
}
