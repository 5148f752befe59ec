/** Makes the accounts that the tests of the desk sign in with: the administrator by the printed link, as an operator would. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { emailOf, nameOf, password, roles, stateOf, type Role } from "./accounts";
import { deskLogFile } from "./server-log";
import { signIn } from "./sign-in";

test.setTimeout(180_000);

test("the first administrator is made by the link that the start prints", async ({ page }) => {
  const link = /https?:\/\/\S+\/admin\/first-administrator\/\S+/.exec(readFileSync(deskLogFile, "utf8"))?.[0];
  expect(link, "the start prints a link").toBeDefined();
  await page.goto(new URL(link ?? "").pathname);
  await page.getByLabel("Name").fill(nameOf("administrator"));
  await page.getByLabel("E-mail").fill(emailOf("administrator"));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: /create|make/i }).click();
  await expect(page).toHaveURL(/\/admin(\/sign-in)?$/);
});

for (const role of roles) {
  test(`somebody of the role ${role} signs in`, async ({ page }) => {
    await signInWhenMade(page, role);
    await page.context().storageState({ path: stateOf(role) });
  });
}

/** The accounts appear a moment after the administrator. */
async function signInWhenMade(page: Parameters<typeof signIn>[0], role: Role): Promise<void> {
  await page.waitForTimeout(role === "administrator" ? 0 : 500);
  await signIn(page, role);
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
}
