/** The screens around articles: list, calendar, board, dashboard and versions, as each role uses them. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { stateOf } from "./desk/accounts";

const phone = { width: 390, height: 844 };
const list = "/admin/articles";
let counter = 0;

/** A headline that no other test has. */
function aHeadline(word: string): string {
  counter += 1;
  return `${word} ${String(process.pid)} ${String(counter)} ${String(Math.round(performance.now()))}`;
}

async function openDesk(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // React has taken the page over: before, buttons do nothing.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
}

/** An empty draft, started in the desk. @returns its address */
async function startDraft(page: Page): Promise<string> {
  await openDesk(page, "/admin");
  await page.getByRole("banner").getByRole("button", { name: "New article" }).click();
  await page.waitForURL(/\/admin\/articles\/\d+$/);
  return new URL(page.url()).pathname;
}

/** The row of the article at this address. */
function rowOf(page: Page, address: string): Locator {
  return page.getByRole("row").filter({ has: page.locator(`a[href="${address}"]`) });
}

/** Chooses something of the menu of a row. */
async function choose(page: Page, row: Locator, item: string): Promise<void> {
  await row.getByRole("button", { name: /^Actions for / }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })))).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide).toBe(false);
}

test.describe("an editor", () => {
  test.use({ storageState: stateOf("editor") });

  test("filters by address, sorts, pages on and back, and the browser's Back follows", async ({ page }) => {
    await openDesk(page, `${list}?state=published`);
    const headlines = page.getByRole("table").getByRole("link");
    await expect(
      page.getByRole("navigation", { name: "States" }).getByRole("link", { name: /Published/ }),
    ).toHaveAttribute("aria-current", "page");
    await page.getByRole("link", { name: "Headline", exact: true }).click();
    await expect(page).toHaveURL(/sort=headline/);
    await expect(page.getByRole("columnheader", { name: "Headline" })).toHaveAttribute("aria-sort", "ascending");
    await page.getByLabel("Words in the article").fill("therapy");
    await page.getByRole("button", { name: "Search" }).last().click();
    await expect(page).toHaveURL(/q=therapy/);
    await expect(page).toHaveURL(/state=published/);
    expect(await headlines.count()).toBeGreaterThan(1);
    await page.getByRole("link", { name: "Take off the filter Words: therapy" }).click();
    await expect(page).not.toHaveURL(/q=therapy/);
    await page.goBack();
    await expect(page.getByLabel("Words in the article")).toHaveValue("therapy");
  });

  test("is told why a list is empty, and gets out of it", async ({ page }) => {
    await openDesk(page, `${list}?q=zqxzqxzqx`);
    await expect(page.getByText("No article is like this")).toBeVisible();
    await page.getByRole("link", { name: "Take all filters off" }).click();
    await expect(page.getByRole("table")).toBeVisible();
  });

  test("an address that makes no sense shows the list, and a place that is none says so", async ({ page }) => {
    await openDesk(page, `${list}?state=lost&category=-1&from=soon&sort=colour`);
    await expect(page.getByRole("table")).toBeVisible();
    await openDesk(page, `${list}?cursor=nonsense`);
    await expect(page.getByText("This page of the list can't be found")).toBeVisible();
  });

  test("keeps a view, uses it and forgets it", async ({ page }) => {
    const name = aHeadline("View");
    await openDesk(page, `${list}?state=published&sort=headline`);
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByLabel("Keep these filters as").fill(name);
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(page.getByText("The view is kept.")).toBeVisible();
    await openDesk(page, list);
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(/state=published&sort=headline/);
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("button", { name: `Forget the view ${name}` }).click();
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  });

  test("changes several at once, and is told row by row what was refused", async ({ page }) => {
    const submitted = await startDraft(page);
    const draft = await startDraft(page);
    await openDesk(page, `${list}?mine=1`);
    await choose(page, rowOf(page, submitted), "Submit for review");
    await expect(rowOf(page, submitted)).toContainText("In review");

    await rowOf(page, submitted).getByRole("checkbox").check();
    await rowOf(page, draft).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    await page.getByRole("menuitem", { name: "Submit for review" }).click();
    const results = page.getByRole("dialog", { name: "1 of 2 submitted" });
    await expect(results.getByRole("listitem").first()).toContainText("Refused: It was submitted already.");
    await expect(results.getByRole("listitem").last()).toContainText("Was submitted.");
    await expectAccessible(page);
    await results.getByText("Close", { exact: true }).click();
    await expect(page.getByText("1 chosen")).toBeVisible();
    await expect(rowOf(page, submitted).getByRole("checkbox")).toBeChecked();
  });

  test("moves an article to the trash, takes that back, and deletes it for good after a question", async ({ page }) => {
    const draft = await startDraft(page);
    await openDesk(page, `${list}?mine=1`);
    await choose(page, rowOf(page, draft), "Move to trash");
    await expect(rowOf(page, draft)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(rowOf(page, draft)).toHaveCount(1);
    await choose(page, rowOf(page, draft), "Move to trash");
    await expect(rowOf(page, draft)).toHaveCount(0);
    await openDesk(page, `${list}?trash=1&mine=1`);
    await choose(page, rowOf(page, draft), "Delete for good…");
    await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
    await expect(rowOf(page, draft)).toHaveCount(0);
  });

  test("withdraws with a reason that is asked for at its field", async ({ page }) => {
    await openDesk(page, `${list}?state=published&sort=headline`);
    const menu = page.getByRole("button", { name: /^Actions for / }).last();
    const name = (await menu.getAttribute("aria-label"))?.replace("Actions for ", "") ?? "";
    await menu.click();
    await page.getByRole("menuitem", { name: "Withdraw…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(dialog.getByText("Write a reason; readers see it.")).toBeVisible();
    await expect(dialog.getByLabel("Reason, for readers")).toBeFocused();
    await dialog.getByLabel("Reason, for readers").fill("It is being checked again.");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText(`“${name}” withdrawn.`)).toBeVisible();
  });

  test("sends a live article through the board onto the schedule, and moves it in the calendar", async ({ page }) => {
    const headline = "When pessimism helps, and when it hurts";
    await openDesk(page, `${list}?q=pessimism&state=published`);
    await page.getByRole("button", { name: `Actions for ${headline}` }).click();
    await page.getByRole("menuitem", { name: "Submit for review" }).click();
    await expect(page.getByText(`“${headline}” submitted.`)).toBeVisible();

    await openDesk(page, "/admin/board");
    await page.getByRole("button", { name: `Request changes: ${headline}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Request changes" }).click();
    await expect(page.getByRole("dialog").getByText("says what should change")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: `Approve: ${headline}` }).click();
    await expect(page.getByText("Approved.", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: `Publish: ${headline}` }).click();
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.getByLabel("At a time").check();
    await dialog.getByLabel("Date and time").fill("2032-05-10T09:30");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("Scheduled.", { exact: true })).toBeVisible();

    await openDesk(page, "/admin/calendar?month=2032-05");
    const dayOf = (day: string): Locator =>
      page.getByRole("cell").filter({ has: page.locator(`time[datetime="${day}"]`) });
    const card = page.getByRole("cell").getByRole("listitem").filter({ hasText: headline });
    const [from, to] = [await card.boundingBox(), await dayOf("2032-05-12").boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 40, { steps: 12 });
    await page.mouse.up();
    await expect(page.getByText("Moved to May 12, 2032, 09:30.")).toBeVisible();
    await expect(dayOf("2032-05-12")).toContainText(headline);

    const actions = page.getByRole("button", { name: `Actions for ${headline} (update scheduled)` });
    await actions.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByLabel("Date and time").fill("2020-05-10T09:30");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByRole("dialog").getByText("This moment has passed.")).toBeVisible();
    await page.getByLabel("Date and time").fill("2032-05-14T17:45");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(dayOf("2032-05-14")).toContainText("17:45");

    await openDesk(page, `${list}?q=pessimism`);
    await page.getByRole("button", { name: `Actions for ${headline}` }).click();
    await page.getByRole("menuitem", { name: "Take off the schedule" }).click();
    await expect(page.getByText(`“${headline}” taken off the schedule.`)).toBeVisible();
  });

  test("finds articles in the command palette by their words", async ({ page }) => {
    await openDesk(page, "/admin");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("therapy sessions");
    await page.getByRole("option", { name: /What happens during therapy sessions/ }).click();
    await expect(page).toHaveURL(/\/admin\/articles\/\d+$/);
  });

  for (const [name, path] of [
    ["dashboard", "/admin"],
    ["list", list],
    ["trash", `${list}?trash=1`],
    ["board", "/admin/board"],
    ["calendar", "/admin/calendar"],
  ] as const) {
    test(`${name}: axe finds nothing, on a phone and on a desk`, async ({ page }) => {
      await openDesk(page, path);
      await expectAccessible(page);
      await page.setViewportSize(phone);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }

  test("the calendar marks today, leads to other months, and shows what appeared", async ({ page }) => {
    await openDesk(page, "/admin/calendar?month=2026-11");
    await expect(page.getByRole("heading", { name: "November 2026" })).toBeVisible();
    await expect(page.getByRole("link", { name: /What happens during therapy sessions/ })).toBeVisible();
    await page.getByRole("link", { name: "Previous: October 2026" }).click();
    await expect(page.getByRole("heading", { name: "October 2026" })).toBeVisible();
    await openDesk(page, "/admin/calendar?month=nonsense");
    await expect(page.locator("td[aria-current=date]")).toHaveCount(1);
  });

  test("an article's versions are compared side by side and restored", async ({ page }) => {
    const headline = aHeadline("Versions");
    const address = await startDraft(page);
    await openDesk(page, `${list}?mine=1`);
    await choose(page, rowOf(page, address), "Submit for review");
    await expect(rowOf(page, address)).toContainText("In review");
    await openDesk(page, address);
    await page.getByRole("textbox", { name: "Headline" }).fill(headline);
    await expect
      .poll(async () => (await page.request.get(`/admin/api/articles?q=${encodeURIComponent(headline)}`)).text())
      .toContain(headline);
    await openDesk(page, `${address}/revisions`);
    await page.getByRole("button", { name: "Compare the two chosen" }).click();
    await expect(page.locator("ins").filter({ hasText: headline })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Restore version/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("");
  });
});

test.describe("a contributor", () => {
  test.use({ storageState: stateOf("contributor") });

  test("sees own work on dashboard and board, and is offered nothing on articles of others", async ({ page }) => {
    await openDesk(page, "/admin");
    await expect(page.getByRole("heading", { name: "What needs you today" })).toBeVisible();
    await openDesk(page, "/admin/board");
    await expect(page.getByRole("heading", { name: /Your drafts/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: /Ready to publish/ })).toHaveCount(0);
    await openDesk(page, `${list}?state=published`);
    await page
      .getByRole("button", { name: /^Actions for / })
      .first()
      .click();
    await expect(page.getByRole("menuitem")).toHaveText(["Open", "Revisions"]);
  });
});

test.describe("a moderator", () => {
  test.use({ storageState: stateOf("moderator") });

  test("gets a dashboard without articles, and reasons instead of the rest", async ({ page }) => {
    await openDesk(page, "/admin");
    await expect(page.getByText("Nothing waits for you.")).toBeVisible();
    for (const path of [list, "/admin/board", "/admin/calendar", "/admin/articles/1/revisions"]) {
      await openDesk(page, path);
      await expect(page.getByText("Articles in progress are for those who write, review or edit them.")).toBeVisible();
    }
    const answer = await page.request.get("/admin/api/articles?q=therapy");
    expect(answer.status()).toBe(403);
  });
});
