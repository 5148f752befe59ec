/** Writing in the editor, in a real browser: keys, menus, toolbars, undo. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { doc, heading, image, paragraph, table, text } from "@/lib/richtext/testing/shorthand";
import { documentOf, openEditor, type HarnessInput, settle } from "./editor-harness/open-editor";

const textbox = (page: Page) => page.getByRole("textbox", { name: "Article text" });

async function open(page: Page, input: HarnessInput = {}): Promise<void> {
  await openEditor(page, input);
  await textbox(page).click();
}

test("makes blocks of Markdown while somebody types", async ({ page }) => {
  await open(page);
  const lines = [
    "## A heading",
    "Words with **bold**, *italic*, `code` and [a link](https://site.example/news/a) end",
    "- one",
    "two",
  ];
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Enter");
  await page.keyboard.type("3. three");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("> said");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("---");
  await page.keyboard.type("end");
  const link = { type: "link" as const, attrs: { href: "https://site.example/news/a" } };
  expect(await documentOf(page)).toEqual(
    doc(
      heading(2, "A heading"),
      paragraph(
        "Words with ",
        text("bold", { type: "bold" }),
        ", ",
        text("italic", { type: "italic" }),
        ", ",
        text("code", { type: "code" }),
        " and ",
        text("a link", link),
        " end",
      ),
      {
        type: "bulletList",
        content: [
          { type: "listItem", content: [paragraph("one")] },
          { type: "listItem", content: [paragraph("two")] },
        ],
      },
      { type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [paragraph("three")] }] },
      { type: "blockquote", attrs: { source: null }, content: [paragraph("said")] },
      { type: "horizontalRule" },
      paragraph("end"),
    ),
  );
});

test("offers blocks after a slash, by keyboard, and names the active one", async ({ page }) => {
  await open(page);
  await page.keyboard.type("/call");
  const option = page.getByRole("option", { name: "Callout" });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(textbox(page)).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "none");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Breathe out. ");
  await page.keyboard.type("/");
  await expect(page.getByRole("option").first()).toHaveText(/Paragraph/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  expect(await documentOf(page)).toEqual(
    doc({ type: "callout", attrs: { tone: "note", title: null }, content: [paragraph("Breathe out. /")] }),
  );
});

test("writes a table, changes it and gives it a caption", async ({ page }) => {
  await open(page);
  await page.keyboard.type("/table");
  await page.keyboard.press("Enter");
  for (const word of ["A", "B", "C", "1", "2", "3", "4", "5", "6"]) {
    await page.keyboard.type(word);
    if (word !== "6") await page.keyboard.press("Tab");
  }
  const tools = page.getByRole("toolbar", { name: "Table tools" });
  await tools.getByRole("button", { name: "Delete column" }).click();
  await tools.getByRole("button", { name: "Delete row" }).click();
  await tools.getByRole("button", { name: "Caption" }).click();
  await page.getByRole("dialog").getByLabel("Caption").fill("Two columns");
  await page.getByRole("button", { name: "Save" }).click();
  const written = await documentOf(page);
  expect(written.content[0]).toEqual(table([["A", "B"]], [["1", "2"]], "Two columns"));
});

test("marks words, links them to an own article and takes the link away", async ({ page }) => {
  await open(page);
  await page.keyboard.type("some words");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  const bubble = page.getByRole("toolbar", { name: "Selected words" });
  await bubble.getByRole("button", { name: "Bold" }).click();
  await bubble.getByRole("button", { name: "Link" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a link" });
  await dialog.getByLabel("Address").fill("javascript:alert(1)");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/Write a web address/)).toBeVisible();
  await dialog.getByLabel("Address").fill("stress");
  await dialog.getByRole("button", { name: /Stress at work/ }).click();
  const link = { type: "link" as const, attrs: { href: "/workplace-psychology/stress-at-work" } };
  expect(await documentOf(page)).toEqual(doc(paragraph("some ", text("words", link, { type: "bold" }))));
  await page.keyboard.press("Control+Shift+k");
  await page.getByRole("button", { name: "Remove link" }).click();
  expect(await documentOf(page)).toEqual(doc(paragraph("some ", text("words", { type: "bold" }))));
});

test("describes a picture, moves blocks and builds a gallery", async ({ page }) => {
  await open(page, { initial: doc(paragraph("before"), image(1), paragraph("after")) });
  await page.getByRole("img", { name: "alt 1" }).click();
  const tools = page.getByRole("toolbar", { name: "Picture tools" });
  await tools.getByRole("button", { name: "Alternative text, caption, credit" }).click();
  const dialog = page.getByRole("dialog", { name: "Words for the picture" });
  await dialog.getByLabel("Alternative text").fill("A path in the wood");
  await dialog.getByLabel("Caption").fill("The way to work");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  const described = image(1, "The way to work");
  described.attrs.alt = "A path in the wood";
  expect(await documentOf(page)).toEqual(doc(described, paragraph("before"), paragraph("after")));
  await page.getByText("after").click();
  await page.keyboard.press("End");
  await settle(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("/gallery");
  await expect(page.getByRole("option", { name: /gallery/i })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await documentOf(page)).content.at(-2)?.type).toBe("gallery");
});

test("finds, counts, replaces one and all, and undoes all at once", async ({ page }) => {
  await open(page, { initial: doc(paragraph("Stress and stress; distress"), paragraph("STRESS")) });
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find and replace" });
  await bar.getByLabel("Find", { exact: true }).fill("stress");
  await expect(bar.getByRole("status")).toHaveText(/of 4/);
  await bar.getByRole("button", { name: "Whole words" }).click();
  await expect(bar.getByRole("status")).toHaveText(/of 3/);
  await bar.getByRole("button", { name: "Match case" }).click();
  await expect(bar.getByRole("status")).toHaveText(/1 of 1/);
  await bar.getByRole("button", { name: "Match case" }).click();
  await bar.getByLabel("Replace with").fill("strain");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(bar.getByRole("status")).toHaveText("3 places replaced");
  expect(await documentOf(page)).toEqual(doc(paragraph("strain and strain; distress"), paragraph("strain")));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  expect(await documentOf(page)).toEqual(doc(paragraph("Stress and stress; distress"), paragraph("STRESS")));
});

test("keeps the caret and earlier undo steps when a saved text comes in", async ({ page }) => {
  await open(page, { initial: doc(heading(2, "One"), paragraph("first")) });
  await page.getByText("first").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" typed");
  await page.evaluate(
    (merged) => {
      window.harness.handle()?.replaceDocument(merged, { keepUndo: true });
    },
    doc(heading(2, "One", "one"), paragraph("by somebody else"), paragraph("first typed")),
  );
  await page.keyboard.type("!");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await documentOf(page)).toEqual(
    doc(heading(2, "One", "one"), paragraph("by somebody else"), paragraph("first")),
  );
});

test("tells of changes in pauses and gives references their numbers", async ({ page }) => {
  await open(page);
  await page.keyboard.type("A claim", { delay: 20 });
  await page.evaluate(() => {
    window.harness.handle()?.insertReference("b-2002");
    window.harness.handle()?.insertReference("a-2001");
    window.harness.handle()?.insertReference("b-2002");
  });
  await expect(textbox(page)).toContainText("A claim[1][2][1]");
  await expect.poll(() => page.evaluate(() => window.harness.changes.length)).toBe(1);
  await expect(page.getByText("2 words · 1 min")).toBeVisible();
});

test("shows blocks that it does not know, where they are", async ({ page }) => {
  await openEditor(page, {
    initial: doc(paragraph("one"), paragraph("two")),
    unknown: [{ index: 1, type: "timeline", reason: "Invalid input" }],
  });
  const texts = await page.locator(".ProseMirror > *").allInnerTexts();
  expect(texts[1]).toContain("timeline");
  expect([texts[0], texts[2]]).toEqual(["one", "two"]);
});

test("quotes the selection for a comment and highlights comments", async ({ page }) => {
  await open(page, { initial: doc(paragraph("one"), paragraph("two words here")) });
  await page.getByText("two words").dblclick({ position: { x: 5, y: 8 } });
  await expect
    .poll(() => page.evaluate(() => window.harness.handle()?.selectionQuote()))
    .toEqual({ blockIndex: 1, quote: "two" });
  await page.evaluate(() => {
    window.harness.handle()?.highlightComments([{ id: 7, blockIndex: 1, quote: "words here" }], 7);
  });
  await expect(page.locator("[data-comment='7']")).toHaveText("words here");
});

test("has no accessibility problems, in the text, menus and dialogs", async ({ page }) => {
  await open(page, {
    initial: doc(heading(2, "One"), image(1), table([["A"]], [["b"]], "All"), paragraph("Some words to select")),
  });
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  };
  await page.getByText("Some words").click();
  await check();
  await page.keyboard.press("End");
  await page.keyboard.type(" /");
  await check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+/");
  await expect(page.getByRole("dialog", { name: "Keys of the editor" })).toBeVisible();
  await check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Home");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await check();
});

test("adds no style sheet and breaks no rule of the content policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await open(page, { initial: doc(paragraph("a"), table([["A"]], [["b"]])) });
  await page.keyboard.type("/");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.querySelectorAll("style").length)).toBe(0);
  expect(complaints).toEqual([]);
});

test("moves to the tools of a block and back by keyboard, and works on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 760 });
  await open(page, { initial: doc(table([["A"]], [["b"]])) });
  await page.getByText("b", { exact: true }).click();
  const tools = page.getByRole("toolbar", { name: "Table tools" });
  await expect(tools).toBeVisible();
  await page.keyboard.press("Alt+F10");
  await expect(tools.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tools.getByRole("button", { name: "Add row below" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(textbox(page)).toBeFocused();
  const box = await tools.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("drags a block by its handle", async ({ page }) => {
  await open(page, { initial: doc(paragraph("first"), paragraph("second"), paragraph("third")) });
  await page.getByText("first").hover();
  const handle = page.locator(".rte-handle");
  await expect(handle).toBeVisible();
  const from = await handle.boundingBox();
  const to = await page.getByText("third").boundingBox();
  if (!from || !to) throw new Error("Nothing to drag");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 6 });
  await page.mouse.move(to.x + 20, to.y + to.height - 2, { steps: 4 });
  await page.mouse.up();
  expect(await documentOf(page)).toEqual(doc(paragraph("second"), paragraph("third"), paragraph("first")));
});

test("fills the screen and comes back", async ({ page }) => {
  await open(page, { initial: doc(paragraph("words")) });
  await page.keyboard.press("Control+Shift+Enter");
  const button = page.getByRole("button", { name: "Full screen" });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(button).toHaveAttribute("aria-pressed", "false");
});
