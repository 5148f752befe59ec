/** Getting in, staying in and getting out, as people do it. Each test invites a person of its own. */
import { randomInt } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { ask } from "./ask";
import { stateOf } from "./desk/accounts";

const password = "a quiet evening by the river";
const newPassword = "another morning in the hills";

test.describe.configure({ timeout: 90_000 });

const anAddress = (): string => `person-${String(randomInt(1e9))}@desk.test`;
/** Waits until the scripts of the page are at work: before, dialogs and steps would not open. */
async function scripted(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector("main form, main button");
    return control !== null && Object.keys(control).some((key) => key.startsWith("__reactProps"));
  });
}

/** A page of the administrator's, in a browser of its own. */
async function asAdministrator<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ storageState: stateOf("administrator") });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The link in the latest mail to an address: there is no mail server, so the administrator reads it in the outbox. */
async function linkTo(browser: Browser, email: string): Promise<string> {
  return asAdministrator(browser, async (page) => {
    await page.goto("/admin/mail");
    await page.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
    await page.waitForURL(/\/admin\/mail\/\d+$/);
    const href = await page
      .getByRole("main")
      .getByRole("link", { name: /^https?:/ })
      .getAttribute("href");
    return new URL(href ?? "").pathname;
  });
}

async function invite(browser: Browser, email: string, role: string): Promise<string> {
  await asAdministrator(browser, async (page) => {
    await page.goto("/admin/users");
    await scripted(page);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Role").selectOption(role);
    await page.getByRole("button", { name: "Invite" }).click();
    await expect(page.getByRole("list", { name: "Open invitations" })).toContainText(email);
  });
  return linkTo(browser, email);
}

/** Follows an invitation; the page is signed in afterwards. */
async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await scripted(page);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create my account" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
}

async function typeCredentials(page: Page, email: string, secret: string): Promise<void> {
  await scripted(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/admin/sign-in");
  await typeCredentials(page, email, secret);
  await page.waitForURL((url) => url.pathname === "/admin");
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/admin/sign-out");
  await scripted(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/admin\/sign-in/);
}

test("an invitation becomes an account, once", async ({ browser, page }) => {
  const email = anAddress();
  const link = await invite(browser, email, "author");
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await scripted(page);
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByText("Needs at least 12 characters")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await join(page, link, "Ada Lovelace");
  await expect(page.getByRole("button", { name: "Account of Ada Lovelace" })).toBeVisible();
  const answer = await page.goto(link);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("a wrong password and an unknown address are answered alike, and the address stays typed", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["editor@desk.test", "nobody@desk.test"]) {
    await page.goto("/admin/sign-in");
    await typeCredentials(page, email, "not the password");
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toBeVisible();
    answers.push(await alert.innerText());
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("not the password");
  }
  expect(answers[0]).toBe("The e-mail address or the password is not right.");
  expect(answers[1]).toBe(answers[0]);
});

test("whoever is sent to sign in comes back to where they were going, and nowhere else", async ({ browser, page }) => {
  const email = anAddress();
  await join(page, await invite(browser, email, "editor"), "Grace Hopper");
  await signOut(page);
  await page.goto("/admin/account");
  await expect(page).toHaveURL("/admin/sign-in?next=%2Fadmin%2Faccount");
  await typeCredentials(page, email, password);
  await expect(page.getByRole("heading", { level: 1, name: "My account" })).toBeVisible();
  for (const next of [
    "//evil.example/admin",
    "/\\evil.example",
    "https://evil.example/admin",
    "/admin/..//evil.example",
  ]) {
    await signOut(page);
    await page.goto(`/admin/sign-in?next=${encodeURIComponent(next)}`);
    await typeCredentials(page, email, password);
    await page.waitForURL((url) => url.pathname === "/admin");
    expect(new URL(page.url()).host).toBe(new URL(test.info().project.use.baseURL ?? "").host);
  }
});

test("an authenticator app protects an account, and a recovery code stands in for it", async ({ browser, page }) => {
  const email = anAddress();
  await join(page, await invite(browser, email, "editor"), "Katherine Johnson");
  await page.goto("/admin/account");
  await scripted(page);
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const key = (
    await page
      .getByText(/type this key/)
      .locator("span")
      .innerText()
  ).replace(/\s/g, "");
  const codeAt = (steps: number): string =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });
  await page.getByLabel("Code", { exact: true }).fill(codeAt(0));
  await page.getByRole("button", { name: "Turn on" }).click();
  const shown = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left")).toBeVisible();
  await signOut(page);

  await page.goto("/admin/sign-in");
  await typeCredentials(page, email, password);
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Is not right")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(codeAt(1));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
  await signOut(page);

  await page.goto("/admin/sign-in");
  await typeCredentials(page, email, password);
  await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
  await page.goto("/admin/account");
  await expect(page.getByText("9 recovery codes are left")).toBeVisible();
});

test("a forgotten password is replaced by way of the outbox", async ({ browser, page }) => {
  const email = anAddress();
  await join(page, await invite(browser, email, "author"), "Dorothy Vaughan");
  const forgetful = await (await browser.newContext()).newPage();
  await forgetful.goto("/admin/sign-in");
  await forgetful.getByRole("link", { name: "Forgot your password?" }).click();
  await forgetful.waitForURL("/admin/forgot-password");
  await scripted(forgetful);
  await forgetful.getByLabel("E-mail address").fill(email);
  await forgetful.getByRole("button", { name: "Send the link" }).click();
  await expect(forgetful.getByRole("status")).toContainText(`If ${email} has an account`);
  const link = await linkTo(browser, email);
  await forgetful.goto(link);
  await scripted(forgetful);
  await forgetful.getByLabel("New password").fill(newPassword);
  await forgetful.getByRole("button", { name: "Change the password" }).click();
  await expect(forgetful.getByText("Your password was changed.")).toBeVisible();
  await typeCredentials(forgetful, email, newPassword);
  await forgetful.waitForURL((url) => url.pathname === "/admin");
  // Who was signed in with the old password is out.
  await page.goto("/admin/account");
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  expect((await forgetful.goto(link))?.status()).toBe(410);
  await forgetful.context().close();
});

test("signing out everywhere holds at the next request of every browser", async ({ browser, page }) => {
  const email = anAddress();
  await join(page, await invite(browser, email, "author"), "Mary Jackson");
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await page.goto("/admin/account");
  await scripted(page);
  await expect(page.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL(/\/admin\/sign-in/);
  await other.goto("/admin/account");
  await expect(other).toHaveURL(/\/admin\/sign-in/);
  await page.goto("/admin/account");
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await other.context().close();
});

test("a role changes and an account ends at the person's next click", async ({ browser, page }) => {
  const email = anAddress();
  await join(page, await invite(browser, email, "author"), "Annie Easley");
  await asAdministrator(browser, async (administrator) => {
    const manage = async (): Promise<void> => {
      await administrator.goto("/admin/users");
      await scripted(administrator);
      await administrator
        .getByRole("row")
        .filter({ hasText: email })
        .getByRole("button", { name: /^Manage/ })
        .click();
    };
    await manage();
    await administrator.getByRole("dialog").getByLabel("Role").selectOption("administrator");
    await administrator.getByRole("button", { name: "Change the role" }).click();
    await expect(administrator.getByRole("row").filter({ hasText: email })).toContainText("administrator");
    expect((await page.goto("/admin/users"))?.status()).toBe(200);
    await manage();
    await administrator.getByRole("button", { name: "Disable the account" }).click();
    await administrator
      .getByRole("dialog", { name: /^Disable/ })
      .getByRole("button", { name: /^Disable/ })
      .click();
    await expect(administrator.getByRole("row").filter({ hasText: email })).toContainText("Disabled");
  });
  await page.goto("/admin/users");
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await typeCredentials(page, email, password);
  await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
});

test("accounts and mail are the administrator's", async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateOf("editor") });
  const page = await context.newPage();
  for (const address of ["/admin/users", "/admin/mail", "/admin/mail/1"]) {
    expect((await page.goto(address))?.status(), address).toBe(403);
    await expect(page.getByText("This is not part of your role")).toBeVisible();
  }
  await context.close();
});

test("pages with tokens are kept nowhere and told to nobody", async ({ baseURL }) => {
  for (const path of ["/admin/sign-in", `/admin/reset-password/${"0".repeat(64)}`]) {
    const answer = await ask((baseURL ?? "") + path);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.text).toContain('<meta name="referrer" content="no-referrer"/>');
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
  }
});

test("programs sign in by next-auth's own address, with its token against forgery only", async ({ baseURL }) => {
  const home = baseURL ?? "";
  const callback = `${home}/api/auth/callback/credentials`;
  const given = {
    email: "author@desk.test",
    password: "not the password",
    callbackUrl: "//evil.example",
    json: "true",
  };
  const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
  const forged = await ask(callback, form(given));
  expect(forged.headers.get("set-cookie") ?? "").not.toContain("session-token");
  const csrf = await ask(`${home}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const refused = await ask(callback, { ...form({ ...given, csrfToken }), headers: { cookie } });
  expect(refused.status).toBe(401);
  expect(refused.headers.get("set-cookie") ?? "").not.toContain("session-token");
  expect(refused.text).not.toContain("evil.example");
  const session = await ask(`${home}/api/auth/session`);
  expect(JSON.parse(session.text)).toEqual({});
});

test("the pages of accounts are easy to use for everybody", async ({ browser, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const look = async (path: string): Promise<void> => {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      path,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  };
  const link = await invite(browser, anAddress(), "author");
  for (const path of ["/admin/sign-in", "/admin/forgot-password", link]) await look(path);
  await join(page, link, "Evelyn Boyd");
  for (const path of ["/admin/account", "/admin/sign-out"]) await look(path);
});
