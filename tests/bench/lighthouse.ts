/** Lighthouse as it comes: mobile, throttled. */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { browserOptions, browserPath } from "@/tests/e2e/browser";
import type { Row } from "./statistics";

const wanted = ["performance", "accessibility", "best-practices", "seo"];
/** Milliseconds of a slow phone on a slow line, as Lighthouse pretends one. */
const largestPaint = 1_200;

export async function runLighthouse(name: string, url: string): Promise<Row[]> {
  const chrome = await launch({ chromePath: await browserPath(), chromeFlags: ["--headless=new", ...browserOptions] });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: wanted,
    });
    if (!result) throw new Error("Lighthouse gave no result");
    const { categories, audits } = result.lhr;
    const scores = Object.values(categories).map((category): Row => {
      const score = Math.round((category.score ?? 0) * 100);
      const failed = category.auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id);
      return {
        what: `${name}: Lighthouse ${category.id}`,
        figures: failed.length > 0 ? `${String(score)} (${failed.join(", ")})` : String(score),
        target: "100",
        met: score === 100,
      };
    });
    const paint = audits["largest-contentful-paint"]?.numericValue ?? NaN;
    const shift = audits["cumulative-layout-shift"]?.numericValue ?? NaN;
    return [
      ...scores,
      {
        what: `${name}: largest contentful paint`,
        figures: `${paint.toFixed(0)} ms`,
        target: `<= ${String(largestPaint)} ms`,
        met: paint <= largestPaint,
      },
      { what: `${name}: layout shift`, figures: shift.toFixed(3), target: "0", met: shift === 0 },
    ];
  } finally {
    chrome.kill();
  }
}
