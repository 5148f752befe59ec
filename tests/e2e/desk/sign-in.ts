import type { Page } from "@playwright/test";
import { emailOf, password, type Role } from "./accounts";

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto("/admin/sign-in");
  await page.getByLabel("E-mail").fill(emailOf(role));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
}
