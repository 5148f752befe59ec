/** Makes the accounts that the tests of the desk sign in with: the administrator by the printed link, as an operator would. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { emailOf, nameOf, password, readyFile, roles, stateOf } from "./accounts";
import { deskLogFile } from "./server-log";
import { signIn } from "./sign-in";

test.setTimeout(150_000);
// One after the other: the accounts appear only after the first one.
test.describe.configure({ mode: "serial" });

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

test("the other accounts and the sample articles are written", async () => {
  await expect.poll(() => existsSync(readyFile), { timeout: 120_000 }).toBe(true);
});

for (const role of roles) {
  test(`somebody of the role ${role} signs in`, async ({ page }) => {
    await signIn(page, role);
    await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
    await page.context().storageState({ path: stateOf(role) });
  });
}
