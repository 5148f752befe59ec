/** Typing in a 20,000-word article: from the key to the frame that shows the letter. */
import { chromium, type Page } from "@playwright/test";
import { browserOptions, browserPath } from "@/tests/e2e/browser";
import { longDocument } from "@/tests/e2e/editor-harness/long-document";
import { openEditor } from "@/tests/e2e/editor-harness/open-editor";
import { milliseconds, summarise, type Row } from "./statistics";

const keys = 200;
/** Milliseconds, 95 of 100 keys. */
const limit = 50;

/** Rows for a short text and for three places of a long one. Needs a quiet machine: the browser shares its cores. */
export async function measureTyping(): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserOptions });
  try {
    const page = await browser.newPage();
    await openEditor(page, { initial: longDocument(20) });
    await watchKeys(page);
    const rows = [await measurePlace(page, "a short text", ".ProseMirror p")];
    await openEditor(page, { initial: longDocument(20_000) });
    await watchKeys(page);
    rows.push(await measurePlace(page, "20,000 words, in a paragraph", ".ProseMirror > p >> nth=200"));
    rows.push(await measurePlace(page, "20,000 words, in a table", ".ProseMirror td"));
    rows.push(await measurePlace(page, "20,000 words, in a list", ".ProseMirror li p >> nth=20"));
    return [...rows, await measureReading(page)];
  } finally {
    await browser.close();
  }
}

async function measurePlace(page: Page, place: string, selector: string): Promise<Row> {
  await page.locator(selector).first().click();
  await page.keyboard.press("End");
  // What a click and the arrival of a long text cause (tools, word count, reference numbers) is done by then.
  await page.waitForTimeout(1500);
  await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));
  let times: number[] = [];
  const thread = await threadTimePerKey(page, async () => {
    times = await typeWords(page);
  });
  const { median, p95, count } = summarise(times);
  return {
    what: `key to paint, ${place}`,
    figures: `median ${milliseconds(median)}, p95 ${milliseconds(p95)} of ${String(count)} keys; main thread ${milliseconds(thread)} a key`,
    target: `p95 ${milliseconds(limit)}`,
    met: p95 < limit,
  };
}

/** The text as it is to be saved, after one more key. */
async function measureReading(page: Page): Promise<Row> {
  await page.evaluate(() => window.harness.handle()?.getDocument());
  await page.keyboard.type("x");
  const taken = await page.evaluate(() => {
    const start = performance.now();
    window.harness.handle()?.getDocument();
    return performance.now() - start;
  });
  return { what: "reading 20,000 words after a key", figures: milliseconds(taken), target: "", met: null };
}

/**
 * Notes for each key the milliseconds from the browser's time of the event to the task after the frame that it changed:
 * a message posted in requestAnimationFrame is handled when style, layout and paint are done.
 */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      "keydown",
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            times.push(performance.now() - event.timeStamp);
          };
          channel.port2.postMessage(null);
        });
      },
      true,
    );
  });
}

async function typeWords(page: Page): Promise<number[]> {
  const words = "the quiet words that somebody writes in the middle of a long article ";
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(words[index % words.length] === " " ? "Space" : (words[index % words.length] ?? "a"));
    // As fast as people type at best (120 words a minute), so that frames do not wait for each other.
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));
}

/** Milliseconds of the page's main thread for one key, by its own clock: what other programs take is not in it. */
async function threadTimePerKey(page: Page, type: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taken = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  };
  const before = await taken();
  await type();
  return ((await taken()) - before) * (1000 / keys);
}
