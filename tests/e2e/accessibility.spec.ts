/** axe finds nothing: every page type, both colour schemes, phone and desk, and with what can be opened open. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { articlePath, pageTypes } from "./page-types";

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test.use({ viewport: phone, contextOptions: { reducedMotion: "reduce" } });

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const { name, path } of pageTypes) {
      test(name, async ({ page }) => {
        await page.goto(path);
        await expectAccessible(page);
        await page.setViewportSize(desk);
        await expectAccessible(page);
      });
    }

    test("with the menu open", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("button", { name: "Menu" }).click();
      await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible();
      await expectAccessible(page);
    });

    test("with suggestions, and with none", async ({ page }) => {
      await page.setViewportSize(desk);
      await page.goto("/");
      const box = page.getByRole("banner").getByRole("combobox");
      await box.pressSequentially("therapy");
      await expect(page.getByRole("option", { name: "View All Result" })).toBeVisible();
      await box.press("ArrowDown");
      await expectAccessible(page);
      await box.fill("zqxzqx");
      await expect(page.getByText("No Result", { exact: true }).first()).toBeVisible();
      await expectAccessible(page);
    });

    test("with the opposite colours chosen by hand", async ({ page }) => {
      await page.goto(articlePath);
      await page.getByRole("button", { name: /theme|dark|light/i }).click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme === "light" ? "dark" : "light");
      await expectAccessible(page);
    });
  });
}

/** All of axe's default rules, which include its best practices, and the size of targets (WCAG 2.2, 2.5.8). */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, help, target, failureSummary })),
  );
  expect(found).toEqual([]);
}
