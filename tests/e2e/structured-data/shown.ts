/** What a reader sees, taken from the page by the places where readers see it. */
import type { Page } from "@playwright/test";

/** An element: its words, and where it leads or what it holds. */
type Seen = { words: string; value: string };

/** Everything visible that structured data may repeat; lists are in the order of the page. */
const places = {
  sites: [".wordmark", "href"],
  siteDescriptions: [".site-footer__about p", ""],
  searchForms: ['header form[role="search"]', "action"],
  searchFields: ['header form[role="search"] input[type="search"]', "name"],
  headings: ["main h1", ""],
  introductions: ["main .page-intro__description", ""],
  lines: ["main .page-intro__line", ""],
  crumbs: ["main .breadcrumb li > *", "href"],
  stories: ["main .story__headline a, main .headlines__headline a", "href"],
  portraits: ["main .page-intro__portrait img", "src"],
  profiles: ["main .page-intro__links a", "href"],
  changes: ["main .static-page__date time", "dateTime"],
  standfirsts: ["main .article-head__standfirst", ""],
  bylines: ['main .article-head__byline a[rel="author"]', "href"],
  dates: ["main .article-head__facts time", "dateTime"],
  facts: ["main .article-head__facts p", ""],
  covers: ["main .article-cover img", "src"],
  tags: ["main .article-tags a", "href"],
  references: ["main .rt-references li", ""],
  referenceLinks: ['main .rt-references li a[href^="http"]', "href"],
} as const satisfies Record<string, readonly [selector: string, property: string]>;

export type Shown = Record<keyof typeof places, Seen[]> & { canonical: string; language: string };

export async function readShown(page: Page): Promise<Shown> {
  const seen = await page.evaluate((wanted) => {
    const look = ([selector, property]: readonly [string, string]): Seen[] =>
      [...document.querySelectorAll(selector)].map((element) => ({
        words: element.textContent.replace(/\s+/g, " ").trim(),
        value: (element as unknown as Record<string, string | undefined>)[property] ?? "",
      }));
    return Object.fromEntries(Object.entries(wanted).map(([name, place]) => [name, look(place)]));
  }, places);
  return {
    ...(seen as Record<keyof typeof places, Seen[]>),
    canonical: await page.locator('link[rel="canonical"]').evaluate((link) => (link as HTMLLinkElement).href),
    language: (await page.locator("html").getAttribute("lang")) ?? "",
  };
}
