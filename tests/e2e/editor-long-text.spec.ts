/** A 20,000-word article in the editor: every key arrives, and the text read back has them. How fast, `npm run bench` says. */
import { expect, test } from "@playwright/test";
import { plainText } from "@/lib/richtext/plain-text";
import { countWords } from "@/lib/richtext/words";
import { longDocument } from "./editor-harness/long-document";
import { openEditor } from "./editor-harness/open-editor";

test("takes every key in an article of 20,000 words", async ({ page }) => {
  const initial = longDocument(20_000);
  expect(countWords(plainText(initial))).toBeGreaterThan(20_000);
  await openEditor(page, { initial });
  await page.locator(".ProseMirror > p").nth(200).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" typed in the middle of it all");
  const read = await page.evaluate(() => window.harness.handle()?.getDocument());
  expect(read && plainText(read)).toContain(" typed in the middle of it all");
  expect(read && countWords(plainText(read))).toBe(countWords(plainText(initial)) + 7);
});
