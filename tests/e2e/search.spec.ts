/** Finding things: the search page and the live list under the box. */
import { expect, test, type Page } from "@playwright/test";

/** Stands in one article only, and there only in the last paragraph. */
const rareWord = "furniture";
const rareArticle = "/psychological-exploration/adhd-and-inattention-in-adult-life";

test("finds a word of an article's last paragraph, and shows the place", async ({ page }) => {
  await page.goto(rareArticle);
  const paragraphs = page.locator(".prose > p");
  await expect(paragraphs.filter({ hasText: rareWord })).toHaveCount(1);
  await expect(paragraphs.last()).toContainText(rareWord);

  await page.goto(`/search?q=${rareWord}`);
  const hits = results(page);
  await expect(hits).toHaveCount(1);
  await expect(hits.getByRole("link")).toHaveAttribute("href", rareArticle);
  await expect(hits.locator("mark")).toHaveText([rareWord]);
  await expect(hits).toContainText("The rest is furniture. A hook by the door.");
});

test("forgives a typing error, and says so", async ({ page }) => {
  await page.goto("/search?q=depresion");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Results for “depression”");
  await expect(page.getByRole("main").getByText("Nothing has “depresion” in it.")).toBeVisible();
  await expect(results(page).first().locator("mark").first()).toHaveText(/^depress/i);
});

test("finds words in any form, and without accents", async ({ page }) => {
  await page.goto("/search?q=thérapists");
  await expect(results(page).first()).toContainText(/therap/i);
  expect(await results(page).count()).toBeGreaterThan(5);
});

test("can be narrowed to a category, and widened again", async ({ page }) => {
  await page.goto("/search?q=therapy");
  const filter = page.getByRole("navigation", { name: "Filter by category" });
  await expect(filter.locator("[aria-current]")).toHaveText("All categories");
  await filter.getByRole("link", { name: "News" }).click();
  await expect(page).toHaveURL("/search?q=therapy&category=news");
  await expect(filter.locator("[aria-current]")).toHaveText("News");
  expect(await results(page).count()).toBeGreaterThan(1);
  for (const link of await results(page).getByRole("link").all())
    await expect(link).toHaveAttribute("href", /^\/news\//);
  // A new search stays in the category.
  const form = page.getByRole("main").getByRole("search");
  await form.getByLabel("Search for").fill("loneliness");
  await form.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL("/search?q=loneliness&category=news");
  await filter.getByRole("link", { name: "All categories" }).click();
  await expect(page).toHaveURL("/search?q=loneliness");
});

test("has pages that share no result", async ({ page }) => {
  await page.goto("/search?q=therapy");
  const seen: string[] = [];
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (let number = 1; ; number += 1) {
    await expect(pages.locator("[aria-current=page]")).toHaveText(String(number));
    seen.push(
      ...(await results(page)
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))),
    );
    const next = pages.getByRole("link", { name: "Next page" });
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page).toHaveURL(`/search?q=therapy&page=${String(number + 1)}`);
  }
  const said = /(\d+) articles/.exec(await page.getByRole("main").innerText());
  expect(seen.length).toBeGreaterThan(12);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(Number(said?.[1]));
});

test("helps when it finds nothing", async ({ page }) => {
  await page.goto("/search?q=zqxzqx&category=news");
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No Result for “zqxzqx”");
  await expect(main.getByText(/Fewer or more general words/)).toBeVisible();
  await expect(main.getByRole("link", { name: "Search all categories" })).toHaveAttribute("href", "/search?q=zqxzqx");
  await expect(main.getByRole("link", { name: "marriage psychology" }).first()).toBeVisible();
  await expect(main.getByRole("region", { name: "Latest posts" }).getByRole("listitem")).toHaveCount(5);
  await expect(main.getByLabel("Search for")).toHaveValue("zqxzqx");
});

test("shows help before anything else to somebody who may be in danger", async ({ page }) => {
  for (const words of ["kill myself", "I can’t go on", "suicide"]) {
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    const main = page.getByRole("main");
    const help = main.getByRole("region", { name: "If you need help now" });
    await expect(help.getByRole("link", { name: "Call 988" }).first()).toBeVisible();
    await expect(main.getByText(/spelling/)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/No Result/);
    const text = await main.innerText();
    expect(text.indexOf("Call 988"), words).toBeLessThan(text.search(/\d+ articles?|Browse the sections/i));
  }
  await page.goto("/search?q=anxiety");
  await expect(page.getByRole("region", { name: "If you need help now" })).toHaveCount(0);
});

test.describe("the live list", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("drops an answer that comes too late", async ({ page }) => {
    const { held, release } = await holdSuggestions(page, "stress");
    await page.goto("/");
    const box = page.getByRole("banner").getByRole("combobox");
    await box.fill("stress");
    await held;
    const aborted = page.waitForEvent("requestfailed", (request) => request.url().endsWith("suggestions?q=stress"));
    await box.fill("loneliness");
    expect((await aborted).failure()?.errorText).toBe("net::ERR_ABORTED");
    const options = page.getByRole("option");
    await expect(options.first()).toContainText(/lone/i);
    const before = await options.allInnerTexts();
    await release();
    await expect(box).toHaveValue("loneliness");
    expect(await options.allInnerTexts()).toEqual(before);
    await expect(options.last()).toHaveAttribute("href", "/search?q=loneliness");
  });

  test("asks once for what is typed in one go", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/search/suggestions") asked.push(searchParams.get("q") ?? "");
    });
    await page.goto("/");
    const box = page.getByRole("banner").getByRole("combobox");
    await box.pressSequentially("sleep", { delay: 5 });
    await expect(page.getByRole("option").first()).toBeVisible();
    expect(asked).toEqual(["sleep"]);
  });

  test("has real links that a pointer can follow", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("banner").getByRole("combobox").fill("how therapy ends");
    await page.getByRole("option").first().click();
    await expect(page).toHaveURL("/growth-psychology/how-therapy-ends");
  });

  test("goes quietly when the server does not answer", async ({ page }) => {
    await page.route("**/search/suggestions*", (route) => route.abort());
    await page.goto("/");
    const box = page.getByRole("banner").getByRole("combobox");
    const failed = page.waitForEvent("requestfailed");
    await box.fill("stress");
    await failed;
    await expect(page.getByRole("listbox")).toBeHidden();
    await box.press("Enter");
    await expect(page).toHaveURL("/search?q=stress");
  });
});

function results(page: Page) {
  return page.getByRole("main").locator("ol").getByRole("article");
}

/** Keeps the suggestions for `text` back until `release` is called. `held` resolves when they were asked for. */
async function holdSuggestions(
  page: Page,
  text: string,
): Promise<{ held: Promise<void>; release: () => Promise<void> }> {
  const asked = Promise.withResolvers<undefined>();
  const released = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<undefined>();
  await page.route(`**/search/suggestions?q=${text}`, async (route) => {
    asked.resolve(undefined);
    await released.promise;
    // The browser has given up by then.
    await route.continue().catch(() => undefined);
    answered.resolve(undefined);
  });
  return {
    held: asked.promise,
    release: () => {
      released.resolve(undefined);
      return answered.promise;
    },
  };
}
