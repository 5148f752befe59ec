/** Structured data says what the page shows, in words that schema.org and Google know. */
import { expect, test } from "@playwright/test";
import { faultsOfPage, readGraphs } from "@/lib/seo/structured-data/testing/validate";
import { ask } from "./ask";
import { articlePath, pageTypes } from "./page-types";
import { unprovenClaims } from "./structured-data/claims";
import { leavesOf } from "./structured-data/leaves";
import { readShown } from "./structured-data/shown";

/** Revised on another day; a report; further static pages. */
const more = ["/growth-psychology/steadier-self-esteem", "/about-us", "/privacy-policy", "/author/sources-desk"];
const paths = [...pageTypes.filter(({ status }) => status === 200).map(({ path }) => path), ...more];

/** Kinds of nodes in their order, after the site and its publisher. */
const kinds: Record<string, string[]> = {
  "/": ["CollectionPage"],
  "/news": ["BreadcrumbList", "CollectionPage"],
  "/growth-psychology/what-happens-during-therapy-sessions": ["BreadcrumbList", "WebPage", "Article"],
  "/tag/psychological-exploration/page/2": ["BreadcrumbList", "CollectionPage"],
  "/author/therapy-desk": ["BreadcrumbList", "ProfilePage"],
  "/search?q=therapy": ["SearchResultsPage"],
  "/contact": ["BreadcrumbList", "ContactPage"],
  "/about-us": ["BreadcrumbList", "AboutPage"],
  "/privacy-policy": ["BreadcrumbList", "WebPage"],
  "/sitemap": ["BreadcrumbList", "WebPage"],
};

for (const path of paths) {
  test(`${path} says what it shows`, async ({ page }) => {
    await page.goto(path);
    const html = await page.content();
    expect(await faultsOfPage(html)).toEqual([]);
    const [nodes = [], ...others] = readGraphs(html);
    expect(others).toEqual([]);
    expect(nodes.length).toBeGreaterThanOrEqual(3);
    expect(unprovenClaims(leavesOf(nodes), await readShown(page))).toEqual([]);
  });
}

test("each page is the kind of thing it is", async ({ baseURL }) => {
  for (const [path, expected] of Object.entries(kinds)) {
    const [nodes = []] = readGraphs((await ask(`${baseURL ?? ""}${path}`)).text);
    expect(
      nodes.map((node) => node["@type"]),
      path,
    ).toEqual(["WebSite", "Organization", ...expected]);
  }
});

test("every report in the news is a NewsArticle that says what it shows", async ({ page }) => {
  await page.goto("/news");
  const reports = await page
    .getByRole("main")
    .locator(".story__headline a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(reports.length).toBeGreaterThan(3);
  for (const path of reports) {
    await page.goto(path);
    const html = await page.content();
    const [nodes = []] = readGraphs(html);
    expect(
      nodes.map((node) => node["@type"]),
      path,
    ).toContain("NewsArticle");
    expect(await faultsOfPage(html), path).toEqual([]);
    expect(unprovenClaims(leavesOf(nodes), await readShown(page)), path).toEqual([]);
  }
});

test("the comparison notices every value that is not on the page", async ({ page }) => {
  for (const path of ["/", "/author/therapy-desk", "/contact", articlePath]) {
    await page.goto(path);
    const leaves = leavesOf(readGraphs(await page.content())[0] ?? []);
    const shown = await readShown(page);
    const told = [...leaves.keys()].filter(
      (name) => !/@|query-input|logo|image\.(width|height)|isAccessibleForFree/.test(name),
    );
    expect(told.length, path).toBeGreaterThan(8);
    for (const name of told) {
      expect(unprovenClaims(new Map(leaves).set(name, ["something else"]), shown), name).toHaveLength(1);
    }
  }
});

test("the comparison knows every value by name", async ({ page }) => {
  await page.goto("/news");
  const leaves = leavesOf(readGraphs(await page.content())[0] ?? []);
  const shown = await readShown(page);
  expect(unprovenClaims(new Map(leaves).set("CollectionPage.award", ["x"]), shown)).toEqual([
    "CollectionPage.award is in no list",
  ]);
});

test("a page that is not there says nothing", async ({ baseURL }) => {
  expect(readGraphs((await ask(`${baseURL ?? ""}/no-such-page`)).text)).toEqual([]);
});
