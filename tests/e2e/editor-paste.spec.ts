/** What Word, Google Docs, web pages and mails put on the clipboard, pasted in a real browser. Golden files beside them. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { documentSchema } from "@/lib/richtext/schema";
import { doc, heading, paragraph, table, text } from "@/lib/richtext/testing/shorthand";
import { documentOf, openEditor, paste, settle } from "./editor-harness/open-editor";

const fixtures = path.resolve(import.meta.dirname, "../fixtures/paste");
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function open(page: Page, input = {}): Promise<void> {
  await openEditor(page, input);
  await page.getByRole("textbox", { name: "Article text" }).click();
}

const notice = (page: Page) => page.locator(".rte-bar [role=status]").last();

for (const name of ["word", "google-docs", "web-page", "mail"]) {
  test(`cleans a paste: ${name}`, async ({ page }) => {
    await open(page);
    await paste(page, { html: readFileSync(path.join(fixtures, `${name}.html`), "utf8"), text: "plain" });
    const uploads = await page.evaluate(() =>
      window.harness.uploads.map(({ name: file, size }) => `${file}, ${String(size)} bytes`),
    );
    const written = {
      doc: documentSchema.parse(await documentOf(page)),
      notice: await notice(page).innerText(),
      uploads,
    };
    const golden = path.join(fixtures, `${name}.json`);
    // UPDATE_GOLDEN=1 writes them anew, to be read before they are kept.
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, `${JSON.stringify(written, null, 2)}\n`);
    expect(written).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });
}

test("joins pasted words with those around the caret and is one undo step", async ({ page }) => {
  await open(page, { initial: doc(paragraph("before after")) });
  await page.keyboard.press("Home");
  for (let index = 0; index < 7; index += 1) await page.keyboard.press("ArrowRight");
  await paste(page, { html: "<p>one</p><h2>two</h2><p>three </p>" });
  expect(await documentOf(page)).toEqual(doc(paragraph("before one"), heading(2, "two"), paragraph("threeafter")));
  await page.keyboard.press("Control+z");
  expect(await documentOf(page)).toEqual(doc(paragraph("before after")));
});

test("keeps everything that was copied in the editor itself", async ({ page }) => {
  await open(page, { initial: doc(heading(3, "A", "kept"), table([["h"]], [["c"]], "All"), paragraph("end")) });
  await page.getByText("end").click();
  await page.keyboard.press("Control+a");
  const html = await page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror")?.dispatchEvent(event);
    return data.getData("text/html");
  });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await paste(page, { html });
  const { content } = await documentOf(page);
  expect(content.filter(({ type }) => type === "table")).toHaveLength(2);
  expect(content.filter(({ type }) => type === "table")[1]).toEqual(table([["h"]], [["c"]], "All"));
});

test("puts lists and tables into cells as words", async ({ page }) => {
  await open(page, { initial: doc(table([["A"]], [["b"]])) });
  await page.getByText("b", { exact: true }).click();
  await page.keyboard.press("End");
  await paste(page, { html: "<ul><li>one</li><li>two</li></ul>" });
  documentSchema.parse(await documentOf(page));
  const words = await page.locator(".ProseMirror td").innerText();
  expect(words.replace(/\s+/g, " ")).toBe("bone two");
});

test("links selected words to a pasted address and asks for the title of a video", async ({ page }) => {
  await open(page, { initial: doc(paragraph("words")) });
  await page.keyboard.press("Control+a");
  await paste(page, { text: "https://site.example/news/a" });
  const link = { type: "link" as const, attrs: { href: "/news/a" } };
  expect(await documentOf(page)).toEqual(doc(paragraph(text("words", link))));
  await page.keyboard.press("End");
  await settle(page);
  await page.keyboard.press("Enter");
  await paste(page, { text: "https://youtu.be/dQw4w9WgXcQ" });
  await page.getByRole("dialog").getByLabel("Title").fill("A talk");
  await page.getByRole("button", { name: "Insert" }).last().click();
  const { content } = await documentOf(page);
  expect(content[1]).toEqual({
    type: "embed",
    attrs: { provider: "youtube", externalId: "dQw4w9WgXcQ", title: "A talk" },
  });
});

test("offers blocks for Markdown", async ({ page }) => {
  await open(page);
  await paste(page, { text: "## A heading\n\nWords with **bold**.\n\n- one\n- two" });
  await page.getByRole("button", { name: "Make blocks of it" }).click();
  await expect
    .poll(async () => (await documentOf(page)).content.map(({ type }) => type))
    .toEqual(["heading", "paragraph", "bulletList"]);
});

test("uploads several pasted pictures at once, with progress, failure and retry, where they belong", async ({
  page,
}) => {
  await open(page, { initial: doc(paragraph("one"), paragraph("two")) });
  await page.getByText("one").click();
  const files = ["a.png", "b.png"].map((name) => ({ name, type: "image/png", base64: pixel }));
  await paste(page, { files });
  const boxes = page.locator(".rte-upload");
  await expect(boxes).toHaveCount(2);
  await page.evaluate(() => {
    window.harness.uploads[0]?.progress(0.5);
  });
  await expect(boxes.first().getByRole("progressbar")).toHaveAttribute("value", "0.5");
  // Writing before the place moves it along.
  await page.keyboard.press("Home");
  await page.keyboard.type("now ");
  await page.evaluate(() => {
    window.harness.uploads[0]?.finish();
    window.harness.uploads[1]?.finish("The file is not a picture.");
  });
  await expect(boxes).toHaveCount(1);
  await expect(boxes).toContainText("The file is not a picture.");
  expect((await documentOf(page)).content.map(({ type }) => type)).toEqual(["paragraph", "image", "paragraph"]);
  await boxes.getByRole("button", { name: "Try again" }).click();
  await expect(boxes).toContainText("Uploading b.png");
  await boxes.getByRole("button", { name: "Cancel" }).click();
  await expect(boxes).toHaveCount(0);
  expect(await page.evaluate(() => window.harness.uploads.at(-1)?.aborted)).toBe(true);
});
