/** What a browser fetches for a page, and whether anything moves. */
import { chromium, type Page } from "@playwright/test";
import { browserOptions, browserPath } from "@/tests/e2e/browser";
import type { Row } from "./statistics";

const kilobyte = 1024;
const targets = { css: 20 * kilobyte, script: 12 * kilobyte, requests: 12 };

export type PageWeight = {
  requests: number;
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
      hosts: [],
      bytes: { document: 0, stylesheet: 0, script: 0, font: 0, image: 0, other: 0 },
      layoutShift: 0,
    };
    const hosts = new Set<string>();
    page.on("requestfinished", (request) => {
      weight.requests += 1;
      hosts.add(new URL(request.url()).host);
      const kind = request.resourceType();
      const known = kind in weight.bytes ? (kind as keyof PageWeight["bytes"]) : "other";
      void request.sizes().then(
        (sizes) => (weight.bytes[known] += sizes.responseBodySize),
        () => undefined,
      );
    });
    await page.addInitScript(observeShifts);
    await page.goto(url, { waitUntil: "networkidle" });
    const requests = weight.requests;
    weight.layoutShift = await shiftsWhileReading(page);
    // First view: what scrolling adds are pictures that come into sight.
    return { ...weight, requests, hosts: [...hosts] };
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

export function weightRows(name: string, { requests, hosts, bytes, layoutShift }: PageWeight): Row[] {
  const size = (value: number): string => `${(value / kilobyte).toFixed(1)} KB`;
  const shift = layoutShift.toFixed(4);
  return [
    { what: `${name}: CSS`, figures: size(bytes.stylesheet), target: "<= 20 KB", met: bytes.stylesheet <= targets.css },
    { what: `${name}: script`, figures: size(bytes.script), target: "<= 12 KB", met: bytes.script <= targets.script },
    {
      what: `${name}: requests of the first view`,
      figures: String(requests),
      target: "<= 12",
      met: requests <= targets.requests,
    },
    { what: `${name}: hosts`, figures: String(hosts.length), target: "1", met: hosts.length === 1 },
    { what: `${name}: layout shift`, figures: shift, target: "0", met: layoutShift === 0 },
    { what: `${name}: HTML, fonts`, figures: `${size(bytes.document)}, ${size(bytes.font)}`, target: "", met: null },
  ];
}
