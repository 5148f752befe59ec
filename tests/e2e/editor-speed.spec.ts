/** Typing in a 20,000-word article: from the key to the frame that shows the letter. */
import { expect, test, type Page } from "@playwright/test";
import { plainText } from "@/lib/richtext/plain-text";
import { countWords } from "@/lib/richtext/words";
import { summarise, type Summary } from "../bench/statistics";
import { longDocument } from "./editor-harness/long-document";
import { openEditor } from "./editor-harness/open-editor";

const keys = 200;
/** Milliseconds, 95 of 100 keys (issue 3, section 3). */
const limit = 50;
const mostRounds = 4;

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

test("stays smooth in an article of 20,000 words", async ({ page }) => {
  test.setTimeout(300_000);
  await openEditor(page, { initial: longDocument(20) });
  await watchKeys(page);
  await page.locator(".ProseMirror p").first().click();
  report("a short text", summarise(await typeWords(page)), null);

  const initial = longDocument(20_000);
  expect(countWords(plainText(initial))).toBeGreaterThan(20_000);
  await openEditor(page, { initial });
  await watchKeys(page);
  const places = {
    "20,000 words, in the middle": page.getByText("Section 60", { exact: true }).locator("+ p"),
    "20,000 words, in a table": page.locator(".ProseMirror td").first(),
    "20,000 words, in a list": page.locator(".ProseMirror li p").nth(20),
  };
  for (const [name, place] of Object.entries(places)) {
    await place.click();
    await page.keyboard.press("End");
    // What a click and the arrival of a long text cause (tools, word count, reference numbers) is done by then.
    await page.waitForTimeout(1500);
    // A busy machine delays every page, so the quietest of a few rounds counts. The page's own work counts in each.
    let best = Infinity;
    for (let round = 1; round <= mostRounds && best >= limit; round += 1) {
      await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));
      let times: number[] = [];
      const thread = await threadTimePerKey(page, async () => {
        times = await typeWords(page);
      });
      const long = summarise(times);
      report(name, long, thread);
      expect(long.count).toBe(keys);
      expect(thread).toBeLessThan(limit / 2);
      best = Math.min(best, long.p95);
    }
    expect(best).toBeLessThan(limit);
  }
});

function report(name: string, { median, p95, max, count }: Summary, thread: number | null): void {
  const figures = [median, p95, max].map((value) => `${value.toFixed(1)} ms`).join(", ");
  const busy = thread === null ? "" : `; main thread ${thread.toFixed(1)} ms a key`;
  process.stdout.write(`Key to paint, ${name}: median, p95, max of ${String(count)} keys: ${figures}${busy}\n`);
}

test("gives the text of a long article quickly after a change", async ({ page }) => {
  await openEditor(page, { initial: longDocument(20_000) });
  await page.locator(".ProseMirror p").first().click();
  await page.evaluate(() => window.harness.handle()?.getDocument());
  await page.keyboard.type("x");
  const milliseconds = await page.evaluate(() => {
    const start = performance.now();
    window.harness.handle()?.getDocument();
    return performance.now() - start;
  });
  process.stdout.write(`getDocument after one key in a 20,000-word article: ${milliseconds.toFixed(2)} ms\n`);
  expect(milliseconds).toBeLessThan(10);
});
