/** Lighthouse as it comes: mobile, throttled. */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { browserOptions, browserPath } from "@/tests/e2e/browser";
import type { Row } from "./statistics";

const wanted = ["accessibility", "best-practices", "seo"];

export async function runLighthouse(name: string, url: string): Promise<Row[]> {
  const chrome = await launch({ chromePath: await browserPath(), chromeFlags: ["--headless=new", ...browserOptions] });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: ["performance", ...wanted],
    });
    if (!result) throw new Error("Lighthouse gave no result");
    const { categories, audits } = result.lhr;
    return Object.values(categories).map((category) => {
      const score = Math.round((category.score ?? 0) * 100);
      const failed = category.auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id);
      const isTarget = wanted.includes(category.id);
      return {
        what: `${name}: Lighthouse ${category.id}`,
        figures: failed.length > 0 && isTarget ? `${String(score)} (${failed.join(", ")})` : String(score),
        target: isTarget ? "100" : "",
        met: isTarget ? score === 100 : null,
      };
    });
  } finally {
    chrome.kill();
  }
}
