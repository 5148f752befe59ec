/** Which links a browser would make ready while the pointer rests on them, by its own account. */
import { expect, test, type Page } from "@playwright/test";
import { articlePath, pageTypes } from "./page-types";

type Source = { key: { url: string; action: string } };

/** Opens a page. @returns paths with queries of what may be prerendered from it, as the browser reports them */
async function candidatesOn(page: Page, path: string): Promise<Set<string>> {
  const session = await page.context().newCDPSession(page);
  let sources: Source[] = [];
  session.on("Preload.preloadingAttemptSourcesUpdated", ({ preloadingAttemptSources }) => {
    sources = preloadingAttemptSources;
  });
  await session.send("Preload.enable");
  await page.goto(path);
  await expect.poll(() => sources.length, { message: path }).toBeGreaterThan(0);
  await session.detach();
  return new Set(
    sources.map(({ key }) => {
      expect(key.action).toBe("Prerender");
      const { pathname, search } = new URL(key.url);
      return pathname + search;
    }),
  );
}

test("articles and lists may be made ready, and nothing with a form, a file or a query", async ({ page }) => {
  for (const { path } of pageTypes) {
    const candidates = await candidatesOn(page, path);
    const refused = [...candidates].filter((address) => /^\/(?:search|admin|media|preview|api)\b|[.?]/.test(address));
    expect(refused, path).toEqual([]);
  }
});

test("an article leads on to others", async ({ page }) => {
  const candidates = await candidatesOn(page, articlePath);
  expect(candidates).toContain("/");
  expect([...candidates].filter((path) => /^\/[a-z-]+\/[a-z0-9-]+$/.test(path)).length).toBeGreaterThan(3);
});

test("pages fade into each other, unless movement is not wanted", async ({ page }) => {
  const fades = (): Promise<boolean> =>
    page.evaluate(() =>
      [...document.styleSheets].some((sheet) => {
        const holds = (rules: CSSRuleList): boolean =>
          [...rules].some((rule) => {
            if (rule.constructor.name === "CSSViewTransitionRule") return true;
            if (rule instanceof CSSMediaRule) return matchMedia(rule.media.mediaText).matches && holds(rule.cssRules);
            return rule instanceof CSSLayerBlockRule && holds(rule.cssRules);
          });
        return holds(sheet.cssRules);
      }),
    );
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/");
  expect(await fades()).toBe(true);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await fades()).toBe(false);
});
