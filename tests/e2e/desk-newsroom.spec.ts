/** The rest of the newsroom: what surrounds articles, changed in the desk and seen by readers. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { stateOf } from "./desk/accounts";

test.use({ storageState: stateOf("administrator") });
// One after the other: they share menus, settings and the home page.
test.describe.configure({ mode: "default", timeout: 120_000 });

const phone = { width: 390, height: 844 };
let counter = 0;

/** A name that no other test has. */
function aName(word: string): string {
  counter += 1;
  return `${word} ${String(process.pid)} ${String(counter)}`;
}

async function openDesk(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // React is there: before, buttons do nothing.
  await page.waitForLoadState("networkidle");
}

const toast = (page: Page, text: string): Locator => page.getByText(text).first();

/** A new tag. @returns the address of its screen */
async function addTag(page: Page, name: string): Promise<string> {
  await openDesk(page, "/admin/tags");
  await page.getByRole("button", { name: "New tag" }).click();
  const dialog = page.getByRole("dialog", { name: "New tag" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Add the tag" }).click();
  await expect(dialog).toBeHidden();
  await openDesk(page, `/admin/tags?q=${encodeURIComponent(name)}`);
  return (await page.getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
}

test("two tags are merged, and the address of the one leads to the other", async ({ page }) => {
  const [from, into] = [aName("Doubled tag"), aName("Kept tag")];
  await addTag(page, into);
  const address = await addTag(page, from);
  const slug = from.toLowerCase().replaceAll(" ", "-");
  await openDesk(page, address);
  await page.getByRole("searchbox", { name: "Find the tag to merge into" }).fill(into);
  await page.getByRole("button", { name: "Find the tag to merge into" }).click();
  await page.getByRole("button", { name: `Merge into ${into}` }).click();
  const question = page.getByRole("dialog", { name: `Merge ${from} into ${into}?` });
  await question.getByRole("button", { name: "Merge them" }).click();
  await expect(page.getByRole("heading", { level: 1, name: into })).toBeVisible();
  const answer = await page.request.get(`/tag/${slug}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers()["location"]).toMatch(new RegExp(`/tag/${into.toLowerCase().replaceAll(" ", "-")}$`));
});

test("a category gets another address, and the old one leads there; what is typed stays after an error", async ({
  page,
}) => {
  const name = aName("Short lived");
  const slug = name.toLowerCase().replaceAll(" ", "-");
  await openDesk(page, "/admin/categories");
  await page.getByRole("button", { name: "New category" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New category" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Address").fill("search");
  await dialog.getByRole("button", { name: "Add the category" }).click();
  await expect(dialog.getByText("Is an address of the site itself")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
  await dialog.getByLabel("Address").fill(slug);
  await dialog.getByRole("button", { name: "Add the category" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Address").fill(`${slug}-moved`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  const answer = await page.request.get(`/${slug}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers()["location"]).toMatch(new RegExp(`/${slug}-moved$`));
  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Delete the category" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the category" }).click();
  await expect(page).toHaveURL(/\/admin\/categories$/);
});

test("a menu is put in another order by buttons and by keyboard, and readers see it", async ({ page }) => {
  await openDesk(page, "/admin/menus");
  const list = page.getByRole("list", { name: "Links of the footer" });
  const words = (): Promise<string[]> =>
    list.getByLabel("Words").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const before = await words();
  const [first = "", second = "", third = ""] = before;
  await list.getByRole("button", { name: `Move ${first} down`, exact: true }).click();
  expect(await words()).toEqual([second, first, third, ...before.slice(3)]);
  await list.getByRole("button", { name: `Move ${third}`, exact: true }).focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(300);
  await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(300);
  await page.keyboard.press("Space");
  await expect.poll(words).toEqual([second, third, first, ...before.slice(3)]);
  await page.getByRole("form", { name: "Footer menu" }).getByRole("button", { name: "Save the menu" }).click();
  await expect(toast(page, "The menu is saved.")).toBeVisible();
  await page.goto("/");
  const links = page.getByRole("navigation", { name: "Useful Links" }).getByRole("link");
  await expect(links.nth(0)).toHaveText(second);
  await expect(links.nth(1)).toHaveText(third);
});

test("a menu takes no address of another kind", async ({ page }) => {
  await openDesk(page, "/admin/menus");
  const form = page.getByRole("form", { name: "Footer menu" });
  const field = form.getByLabel("Leads to").first();
  await field.fill("/\\evil.example");
  await form.getByRole("button", { name: "Save the menu" }).click();
  await expect(form.getByText("Starts with / for a page of ours, or with https://")).toBeVisible();
  await expect(field).toHaveValue("/\\evil.example");
});

test("a story is pinned to the home page and taken away again", async ({ page }) => {
  await page.goto("/");
  const lead = await page.locator(".home-top h2").first().innerText();
  await openDesk(page, "/admin/home");
  await page.getByRole("link", { name: "Pin a story: Lead story" }).click();
  const dialog = page.getByRole("dialog", { name: "Pin a story: Lead story" });
  const choice = dialog
    .locator("label")
    .filter({ has: page.getByRole("radio") })
    .nth(7);
  // The headline is followed by the day of publication.
  const headline = (await choice.innerText()).replace(/\s+\w{3} \d+, \d{4}\s*$/, "").trim();
  await choice.getByRole("radio").check();
  await dialog.getByRole("button", { name: "Pin it" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^until /)).toBeVisible();
  await page.goto("/");
  await expect(page.locator(".home-top h2").first()).toHaveText(headline);
  const all = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(all.length).toBeGreaterThan(10);
  await openDesk(page, "/admin/home");
  await page.getByRole("button", { name: "Unpin: Lead story" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpin" }).click();
  await expect(toast(page, "The place fills itself again.")).toBeVisible();
  await page.goto("/");
  await expect(page.locator(".home-top h2").first()).toHaveText(lead);
});

test("an advertisement with a script is cleaned before anybody sees it", async ({ page }) => {
  await openDesk(page, "/admin/advertisements/new");
  const name = aName("Book");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Shows").selectOption("html");
  await page
    .getByLabel("HTML", { exact: true })
    .fill(
      '<p onclick="steal()">A <b>good</b> book<script>document.title = "stolen"</script></p><iframe src="https://evil.example"></iframe>',
    );
  await page.getByRole("button", { name: "Add the advertisement" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const box = page.locator(".ad__html");
  await expect(box).toHaveText("A good book");
  expect(await box.innerHTML()).toBe("<p>A <b>good</b> book</p>");
  await expect(page.getByLabel("HTML", { exact: true })).toHaveValue("<p>A <b>good</b> book</p>");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Delete the advertisement" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the advertisement" }).click();
  await expect(page).toHaveURL(/\/admin\/advertisements$/);
});

test("of two tabs that change the settings the second is told, and keeps what it typed", async ({ page, context }) => {
  const other = await context.newPage();
  await openDesk(page, "/admin/settings");
  await openDesk(other, "/admin/settings");
  const tagline = await page.getByLabel("Tagline").inputValue();
  await page.getByLabel("Tagline").fill("Said by the first tab");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(toast(page, "The settings are saved.")).toBeVisible();
  await other.getByLabel("Tagline").fill("Said by the second tab");
  await other.getByRole("button", { name: "Save the settings" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "Somebody saved this" })).toBeVisible();
  await expect(other.getByLabel("Tagline")).toHaveValue("Said by the second tab");
  await page.goto("/");
  await expect(page.getByText("Said by the first tab").first()).toBeVisible();
  await openDesk(page, "/admin/settings");
  await page.getByLabel("Tagline").fill(tagline);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(toast(page, "The settings are saved.")).toBeVisible();
});

test("redirects come in as CSV, whole or not at all, and go out again", async ({ page }) => {
  const old = `/${aName("moved").replaceAll(" ", "-")}`;
  await openDesk(page, "/admin/redirects");
  await page.getByRole("button", { name: "Import CSV" }).click();
  const dialog = page.getByRole("dialog", { name: "Import redirects" });
  await dialog.getByLabel("Or its text").fill(`from,to,status\n${old},/news,301\n/bad,//evil.example,301\n`);
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nothing was imported.");
  expect((await page.request.get(old, { maxRedirects: 0 })).status()).toBe(404);
  await dialog.getByLabel("Or its text").fill(`from,to,status\n${old},/news,301\n`);
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog).toBeHidden();
  const answer = await page.request.get(old, { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe("redirects.csv");
  const csv = await (await page.request.get("/admin/api/redirects.csv")).text();
  expect(csv).toContain(`${old},/news,301,`);
});

test("the audit log is filtered, opened and taken out as CSV", async ({ page }) => {
  await openDesk(page, "/admin/audit");
  await page.getByLabel("What was done").selectOption("tag.merged");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/action=tag\.merged/);
  const entries = page.getByRole("list", { name: "Entries" }).getByRole("listitem");
  await expect(entries.first()).toContainText("administrator@desk.test");
  await entries.first().locator("summary").click();
  await expect(entries.first().getByText("Before").first()).toBeVisible();
  const csv = await (await page.request.get("/admin/api/audit.csv?action=tag.merged")).text();
  expect(csv.split("\n")[0]).toBe("id,at,who,action,subject type,subject,before,after");
  expect(csv).toContain("tag.merged");
});

test("a page is written in the editor, saved, and an earlier text brought back", async ({ page }) => {
  const slug = aName("imprint").replaceAll(" ", "-");
  await openDesk(page, "/admin/pages/new");
  await page.getByLabel("Title").fill("Imprint");
  await page.getByLabel("Address").fill(slug);
  await page.locator(".rte-content [contenteditable]").click();
  await page.keyboard.type("What the first version says.");
  await page.getByRole("button", { name: "Put the page online" }).click();
  await expect(page.getByRole("list", { name: "Revisions" })).toBeVisible();
  await expect.poll(async () => (await page.request.get(`/${slug}`)).text()).toContain("What the first version says.");
  await page.waitForLoadState("networkidle");
  await page.locator(".rte-content [contenteditable]").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And the second.");
  await page.getByRole("button", { name: "Save and put online" }).click();
  await expect(toast(page, "Saved. Readers see it now.")).toBeVisible();
  expect(await (await page.request.get(`/${slug}`)).text()).toContain("And the second.");
  await page.getByRole("button", { name: "Bring revision 1 back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bring it back" }).click();
  await expect(toast(page, "The earlier text is back.")).toBeVisible();
  expect(await (await page.request.get(`/${slug}`)).text()).not.toContain("And the second.");
});

const screens = [
  "categories",
  "tags",
  "people",
  "people/new",
  "pages",
  "menus",
  "home",
  "advertisements",
  "advertisements/new",
  "redirects",
  "settings",
  "help-lines",
  "help-lines/new",
  "audit",
  "health",
];

for (const screen of screens) {
  test(`${screen} is in order at 390 pixels, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize(phone);
    await openDesk(page, `/admin/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test.describe("an author", () => {
  test.use({ storageState: stateOf("author") });

  for (const screen of screens) {
    test(`is refused ${screen}, with the reason`, async ({ page }) => {
      const answer = await page.goto(`/admin/${screen}`);
      expect(answer?.status()).toBe(403);
      await expect(page.getByText("This is not open to your role")).toBeVisible();
      await expect(page.getByText(/^Only (editors|administrators) /)).toBeVisible();
    });
  }
});
