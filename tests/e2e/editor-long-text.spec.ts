/** A 20,000-word article in the editor: every key arrives, and the text read back has them. How fast, `npm run bench` says. */
import { expect, test } from "@playwright/test";
import { plainText } from "@/lib/richtext/plain-text";
import { countWords } from "@/lib/richtext/words";
import { longDocument } from "./editor-harness/long-document";
import { openEditor, settle } from "./editor-harness/open-editor";

test("takes every key in an article of 20,000 words", async ({ page }) => {
  const initial = longDocument(20_000);
  expect(countWords(plainText(initial))).toBeGreaterThan(20_000);
  await openEditor(page, { initial });
  await page.locator(".ProseMirror > p").nth(200).click();
  await page.keyboard.press("End");
  await settle(page);
  await page.keyboard.type(" typed in the middle of it all");
  const read = await page.evaluate(() => window.harness.handle()?.getDocument());
  expect(read && plainText(read)).toContain(" typed in the middle of it all");
  // The line may end inside of a paragraph, so only characters are counted.
  expect(read && plainText(read).length).toBe(plainText(initial).length + " typed in the middle of it all".length);
});
