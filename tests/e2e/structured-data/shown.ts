/** What a reader sees, taken from the page by the places where readers see it. */
import type { Page } from "@playwright/test";

export type Shown = Awaited<ReturnType<typeof readShown>>;

export function readShown(page: Page) {
  return page.evaluate(() => {
    const main = document.querySelector("main") ?? document.body;
    const words = (element: Element | null | undefined): string =>
      element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const link = (element: Element): { name: string; url: string } => ({
      name: words(element),
      url: (element as HTMLAnchorElement).href,
    });
    const all = (selector: string, within: Element = main): Element[] => [...within.querySelectorAll(selector)];
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? "";
    const search = document.querySelector<HTMLFormElement>('header form[role="search"]');
    const head = main.querySelector(".article-head");
    return {
      canonical,
      language: document.documentElement.lang,
      site: link(document.querySelector(".wordmark") ?? document.body),
      siteDescription: words(document.querySelector(".site-footer__about p")),
      searchAddress: `${search?.action ?? ""}?${search?.querySelector("input")?.name ?? ""}={search_term_string}`,
      heading: words(main.querySelector("h1")),
      introduction: words(main.querySelector(".page-intro__description")),
      lines: all(".page-intro__line").map(words),
      crumbs: all(".breadcrumb li").map((item) => {
        const anchor = item.querySelector("a");
        return anchor ? link(anchor) : { name: words(item.querySelector('[aria-current="page"]')), url: canonical };
      }),
      stories: all(".story__headline a, .headlines__headline a").map(link),
      portrait: main.querySelector<HTMLImageElement>(".page-intro__portrait img")?.src ?? "",
      profiles: all(".page-intro__links a").map(link),
      changed: main.querySelector<HTMLTimeElement>(".static-page__date time")?.dateTime ?? "",
      standfirst: words(head?.querySelector(".article-head__standfirst")),
      bylines: all('.article-head__byline a[rel="author"]').map(link),
      dates: all(".article-head__facts time").map((time) => (time as HTMLTimeElement).dateTime),
      dateWords: all(".article-head__facts time").map(words),
      readingTime:
        all(".article-head__facts p")
          .map(words)
          .find((line) => line.endsWith("min read")) ?? "",
      review: words(head?.querySelector(".article-head__review")),
      cover: main.querySelector<HTMLImageElement>(".article-cover img")?.src ?? "",
      tags: all(".article-tags a").map(words),
      references: all(".rt-references li").map((item) => ({
        text: words(item),
        links: all("a[href^='http']", item).map((anchor) => (anchor as HTMLAnchorElement).href),
      })),
    };
  });
}
