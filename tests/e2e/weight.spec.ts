/** What a page may cost a reader: bytes, requests, moving text; and the database: statements. */
import { expect, test, type Page } from "@playwright/test";
import { ask, transferredBytes } from "./ask";
import { articlePath, pageTypes } from "./page-types";
import { watch } from "./watch";

const kilobyte = 1024;
const most = {
  styleBytes: 20 * kilobyte,
  scriptBytes: 12 * kilobyte,
  /** Of an article of usual length (six minutes) and all it needs to be read, pictures aside. */
  bytes: 32 * kilobyte,
  bytesWithFonts: 60 * kilobyte,
  /** What a text of fifteen minutes with its references may weigh besides. */
  longText: 12 * kilobyte,
  /** Its italics, and the letters of names that English has not: two fonts more. */
  moreLetters: 28 * kilobyte,
  requestsOfText: 8,
  requests: 12,
  statements: 12,
};
/** As long as half of the articles. */
const usualArticlePath = "/growth-psychology/how-therapy-ends";
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test("styles and scripts are small, and none is the framework's", async ({ page, baseURL }) => {
  for (const { path } of pageTypes) {
    const { requests, settled } = watch(page, baseURL ?? "");
    await page.goto(path);
    await settled();
    const wanted = (type: RegExp): string[] => requests.filter((address) => type.test(new URL(address).pathname));
    const styles = wanted(/\.css$/);
    const scripts = wanted(/\.m?js$/);
    expect(styles.length, path).toBeGreaterThan(0);
    expect(await totalBytes(styles), path).toBeLessThanOrEqual(most.styleBytes);
    expect(
      scripts.map((address) => new URL(address).pathname),
      path,
    ).toEqual([expect.stringMatching(/^\/assets\//)]);
    expect(await totalBytes(scripts), path).toBeLessThanOrEqual(most.scriptBytes);
    await expect(page.locator("style")).toHaveCount(0);
    const data = '[type="application/ld+json"], [type="speculationrules"]';
    await expect(page.locator(`script:not([src], ${data}), link[as="script"]`)).toHaveCount(1);
    page.removeAllListeners();
  }
});

test.describe("the first view of an article on a phone", () => {
  test.use({ viewport: phone, deviceScaleFactor: 3, hasTouch: true, isMobile: true });

  test("takes few requests, all of them here", async ({ page, baseURL }) => {
    const { problems, requests, settled } = watch(page, baseURL ?? "");
    await page.goto(articlePath, { waitUntil: "networkidle" });
    await settled();
    expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(most.requests);
    expect(problems).toEqual([]);
  });

  test("weighs little, and little more with its letters", async ({ page, baseURL }) => {
    const { text, fonts, requests } = await weigh(page, baseURL ?? "", usualArticlePath);
    expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(most.requestsOfText);
    expect(fonts).toBeGreaterThan(0);
    expect(text).toBeLessThanOrEqual(most.bytes);
    expect(text + fonts).toBeLessThanOrEqual(most.bytesWithFonts);
  });

  test("is not alone in that: the front page weighs little with its letters, and needs no italics", async ({
    page,
    baseURL,
  }) => {
    const { text, fonts, requests } = await weigh(page, baseURL ?? "", "/");
    expect(requests.filter((address) => /italic.*\.woff2$/.test(address))).toEqual([]);
    expect(text + fonts).toBeLessThanOrEqual(most.bytesWithFonts);
  });

  test("weighs more when its text is long, and needs no more requests", async ({ page, baseURL }) => {
    const { text, fonts, requests } = await weigh(page, baseURL ?? "", articlePath);
    expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(most.requestsOfText);
    expect(fonts).toBeGreaterThan(0);
    expect(text).toBeLessThanOrEqual(most.bytes + most.longText);
    expect(text + fonts).toBeLessThanOrEqual(most.bytesWithFonts + most.longText + most.moreLetters);
  });
});

/** Bytes over the wire of the first view, without pictures. */
async function weigh(
  page: Page,
  baseURL: string,
  path: string,
): Promise<{ text: number; fonts: number; requests: string[] }> {
  const { requests, settled } = watch(page, baseURL);
  await page.goto(path, { waitUntil: "networkidle" });
  await settled();
  const isPicture = (address: string): boolean => /^data:|^\/media\/|\.svg$|^\/icon/.test(pathOf(address));
  const isFont = (address: string): boolean => address.endsWith(".woff2");
  const counted = requests.filter((address) => !isPicture(address));
  return {
    text: await totalBytes(counted.filter((address) => !isFont(address))),
    fonts: await totalBytes(counted.filter(isFont)),
    requests: counted,
  };
}

for (const [device, viewport] of Object.entries({ phone, desk })) {
  for (const path of ["/", articlePath]) {
    test(`nothing moves while ${path} is read at a ${device}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(path);
      await readToTheEnd(page);
      expect(await layoutShifts(page)).toEqual([]);
    });
  }
}

test("the meter of movement is awake", async ({ page }) => {
  await page.goto(articlePath);
  await page.getByRole("main").evaluate((main) => {
    main.style.paddingTop = "200px";
  });
  expect(await layoutShifts(page)).not.toEqual([]);
});

test("a page takes few statements", async ({ baseURL }) => {
  for (const { path } of pageTypes) {
    const { headers } = await ask(`${baseURL ?? ""}${path}`);
    const statements = /sql;[^,]*desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1];
    expect(Number(statements), path).toBeGreaterThan(0);
    expect(Number(statements), path).toBeLessThanOrEqual(most.statements);
  }
});

/** The address itself, when it is one of data. */
function pathOf(address: string): string {
  return address.startsWith("data:") ? address : new URL(address).pathname;
}

async function totalBytes(addresses: readonly string[]): Promise<number> {
  const sizes = await Promise.all(addresses.map(transferredBytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Scrolls half a screen at a time, waiting for the pictures that come into sight. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    while (window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1) {
      window.scrollBy({ top: window.innerHeight / 2, behavior: "instant" });
      await frame();
      await frame();
      const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < window.innerHeight);
      await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    }
    await frame();
  });
}

type Shift = { value: number; moved: string[] };

/** Every layout shift since the page was opened, and what moved. */
function layoutShifts(page: Page): Promise<Shift[]> {
  return page.evaluate(
    () =>
      new Promise<Shift[]>((resolve) => {
        type LayoutShift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        const shifts: Shift[] = [];
        const keep = (entries: PerformanceEntryList): void => {
          for (const { value, sources } of entries as LayoutShift[]) {
            const nodes = sources.map(
              ({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent) ?? "",
            );
            shifts.push({ value, moved: nodes.map((html) => html.slice(0, 100)) });
          }
        };
        const observer = new PerformanceObserver((list) => {
          keep(list.getEntries());
        });
        observer.observe({ type: "layout-shift", buffered: true });
        // Two frames later what was kept for observers has come.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            keep(observer.takeRecords());
            resolve(shifts);
          }),
        );
      }),
  );
}
