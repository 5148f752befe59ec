/** What a browser fetches for a page, and whether anything moves. */
import { chromium, type Page } from "@playwright/test";
import { browserOptions, browserPath } from "@/tests/e2e/browser";
import type { Row } from "./statistics";

const kilobyte = 1024;
const targets = {
  css: 20 * kilobyte,
  script: 12 * kilobyte,
  /** Without pictures. */
  requests: 8,
  /** Without pictures and fonts. */
  text: 32 * kilobyte,
  withFonts: 60 * kilobyte,
};

export type PageWeight = {
  /** Of the first view, those for pictures aside. */
  requests: number;
  pictures: number;
  hosts: string[];
  bytes: Record<"document" | "stylesheet" | "script" | "font" | "image" | "other", number>;
  layoutShift: number;
};

/** Loads `url` with an empty cache on a phone-sized screen, scrolls through it, and adds up what came over the wire. */
export async function weigh(url: string): Promise<PageWeight> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserOptions });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const weight: PageWeight = {
      requests: 0,
      pictures: 0,
      hosts: [],
      bytes: { document: 0, stylesheet: 0, script: 0, font: 0, image: 0, other: 0 },
      layoutShift: 0,
    };
    const hosts = new Set<string>();
    page.on("requestfinished", (request) => {
      hosts.add(new URL(request.url()).host);
      const kind = request.resourceType();
      if (kind === "image") weight.pictures += 1;
      else weight.requests += 1;
      const known = kind in weight.bytes ? (kind as keyof PageWeight["bytes"]) : "other";
      void request.sizes().then(
        (sizes) => (weight.bytes[known] += sizes.responseBodySize),
        () => undefined,
      );
    });
    await page.addInitScript(observeShifts);
    await page.goto(url, { waitUntil: "networkidle" });
    const { requests, pictures } = weight;
    weight.layoutShift = await shiftsWhileReading(page);
    // First view: what scrolling adds are pictures that come into sight.
    return { ...weight, requests, pictures, hosts: [...hosts] };
  } finally {
    await browser.close();
  }
}

function observeShifts(): void {
  const record = window as unknown as { layoutShift: number };
  record.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) record.layoutShift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

async function shiftsWhileReading(page: Page): Promise<number> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
}

export function weightRows(name: string, { requests, pictures, hosts, bytes, layoutShift }: PageWeight): Row[] {
  const size = (value: number): string => `${(value / kilobyte).toFixed(1)} KB`;
  const atMost = (what: string, value: number, target: number): Row => ({
    what: `${name}: ${what}`,
    figures: size(value),
    target: `<= ${String(target / kilobyte)} KB`,
    met: value <= target,
  });
  const text = bytes.document + bytes.stylesheet + bytes.script + bytes.other;
  return [
    atMost("CSS", bytes.stylesheet, targets.css),
    atMost("script", bytes.script, targets.script),
    atMost("all but pictures and fonts", text, targets.text),
    atMost("all but pictures", text + bytes.font, targets.withFonts),
    {
      what: `${name}: requests of the first view, pictures aside`,
      figures: `${String(requests)} (and ${String(pictures)} pictures)`,
      target: `<= ${String(targets.requests)}`,
      met: requests <= targets.requests,
    },
    { what: `${name}: hosts`, figures: String(hosts.length), target: "1", met: hosts.length === 1 },
    { what: `${name}: layout shift`, figures: layoutShift.toFixed(4), target: "0", met: layoutShift === 0 },
    { what: `${name}: HTML, fonts`, figures: `${size(bytes.document)}, ${size(bytes.font)}`, target: "", met: null },
  ];
}
