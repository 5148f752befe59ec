/** The picture library as an editor uses it: bring pictures in, describe them, replace them, and get rid of them. */
import { randomInt } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { stateOf } from "./accounts";

test.use({ storageState: stateOf("editor") });

type TestFile = { name: string; mimeType: string; buffer: Buffer };

/** A picture that no other test has, under a name that no other test has. */
async function aPicture(word: string): Promise<TestFile> {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) };
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  return { name: `${word}-${String(randomInt(1e9))}.jpg`, mimeType: "image/jpeg", buffer };
}

/** Drops files on the page, as from a folder of the computer. */
async function drop(page: Page, files: TestFile[]): Promise<void> {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, plain);
}

const uploads = (page: Page): Locator => page.getByRole("region", { name: "Uploads" });
const uploadOf = (page: Page, name: string): Locator => uploads(page).getByRole("listitem").filter({ hasText: name });
const panel = (page: Page, name: string): Locator => page.getByRole("dialog", { name });

/** Brings a picture into the library and waits until it is there. */
async function upload(page: Page, ...files: TestFile[]): Promise<void> {
  await page.getByLabel("Pictures to upload").setInputFiles(files);
  for (const { name } of files) await expect(uploadOf(page, name)).toContainText("Uploaded");
}

/** Opens a picture of the library by its name. */
async function open(page: Page, name: string): Promise<Locator> {
  await page.getByRole("list", { name: "Pictures" }).getByRole("link", { name }).click();
  await expect(panel(page, name)).toBeVisible();
  return panel(page, name);
}

test.beforeEach(async ({ page }) => {
  await page.goto("/admin/media");
  await expect(page.getByRole("heading", { level: 1, name: "Pictures" })).toBeVisible();
  // React is there: before, the file field would keep its files to itself.
  await page.waitForLoadState("networkidle");
});

test("two pictures dropped on the page are uploaded with progress and stand in the library", async ({ page }) => {
  // Slow enough to see something on its way.
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 100,
    downloadThroughput: -1,
    uploadThroughput: 60_000,
  });
  const files = [await aPicture("dropped"), await aPicture("dropped")];
  await drop(page, files);
  await expect(uploads(page).getByRole("progressbar").first()).toBeVisible();
  await expect(uploads(page).getByRole("status")).toHaveText("2 pictures uploaded");
  for (const { name } of files) {
    await expect(page.getByRole("list", { name: "Pictures" }).getByRole("link", { name })).toBeVisible();
  }
});

test("the same file again is recognised, and the picture that is there is offered", async ({ page }) => {
  const file = await aPicture("first");
  await upload(page, file);
  await page.getByLabel("Pictures to upload").setInputFiles([{ ...file, name: "again.jpg" }]);
  await expect(uploadOf(page, "again.jpg")).toContainText("Already in the library");
  await uploadOf(page, "again.jpg").getByRole("link", { name: "Open" }).click();
  await expect(panel(page, file.name)).toBeVisible();
});

test("what is no picture is refused in words that help, and the rest goes on", async ({ page }) => {
  const svg = {
    name: "drawing.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };
  const disguised = {
    name: "page.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<!doctype html><title>x</title>"),
  };
  const good = await aPicture("good");
  const huge = { name: "huge.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(25 * 1024 * 1024 + 1) };
  await page.getByLabel("Pictures to upload").setInputFiles([svg, disguised, huge, good]);
  await expect(uploadOf(page, "drawing.svg")).toContainText("SVG files cannot be used here. Upload a JPEG");
  await expect(uploadOf(page, "page.jpg")).toContainText("This file is not a picture.");
  await expect(uploadOf(page, "huge.jpg")).toContainText("larger than 25 MB");
  await expect(uploadOf(page, good.name)).toContainText("Uploaded");
  await expect(uploads(page).getByRole("status")).toHaveText("1 picture uploaded, 3 failed");
  // Sending the same again would change nothing.
  await expect(uploads(page).getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("an upload that the network broke is tried again", async ({ page }) => {
  const file = await aPicture("offline");
  await page.route("**/admin/api/media?*", (route) => route.abort("connectionreset"), { times: 1 });
  await page.getByLabel("Pictures to upload").setInputFiles([file]);
  await expect(uploadOf(page, file.name)).toContainText("The connection was lost.");
  await uploadOf(page, file.name).getByRole("button", { name: "Try again" }).click();
  await expect(uploadOf(page, file.name)).toContainText("Uploaded");
});

test("words and focal point are set by keyboard and kept", async ({ page }) => {
  const words = `A field of noise ${String(randomInt(1e9))}`;
  const file = await aPicture("described");
  await upload(page, file);
  const details = await open(page, file.name);
  const focus = details.getByRole("button", { name: "Focal point" });
  await focus.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect(details.getByText("30% from the left, 51% from the top")).toBeVisible();
  await details.getByLabel("Alternative text").fill(words);
  await details.getByLabel("Credit").fill("Nobody");
  await details.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(panel(page, file.name).getByText("30% from the left, 51% from the top")).toBeVisible();
  await expect(panel(page, file.name).getByLabel("Alternative text")).toHaveValue(words);
  await panel(page, file.name).getByRole("button", { name: "Close" }).click();
  await page.getByRole("searchbox").fill(`${words.toLowerCase()} nobody`);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("list", { name: "Pictures" }).getByRole("listitem")).toHaveCount(1);
});

test("a click sets the focal point where it lands", async ({ page }) => {
  const file = await aPicture("clicked");
  await upload(page, file);
  const details = await open(page, file.name);
  const focus = details.getByRole("button", { name: "Focal point" });
  const box = (await focus.boundingBox()) ?? { width: 0, height: 0 };
  await focus.click({ position: { x: box.width * 0.75, y: box.height * 0.25 } });
  await expect(details.getByText("75% from the left, 25% from the top")).toBeVisible();
});

test("another file takes the place of a picture, under the same address", async ({ page }) => {
  const [file, other] = [await aPicture("before"), await aPicture("after")];
  await upload(page, file);
  const details = await open(page, file.name);
  const address = page.url();
  const shown = (await details.getByRole("button", { name: "Focal point" }).locator("img").getAttribute("src")) ?? "";
  await details.getByLabel("New file for this picture").setInputFiles([other]);
  await expect(page.getByText("The picture is replaced everywhere.")).toBeVisible();
  await expect(panel(page, other.name)).toBeVisible();
  expect(page.url()).toBe(address);
  const image = panel(page, other.name).getByRole("button", { name: "Focal point" }).locator("img");
  await expect(image).not.toHaveAttribute("src", shown);
});

test("a picture that is used says where, and stays when it is to be deleted", async ({ page }) => {
  const used = await firstUsed(page);
  const details = await open(page, used);
  const places = details.getByRole("region", { name: "Where this is used" });
  await expect(places.getByRole("link").first()).toHaveAttribute("href", /^\/admin\//);
  await expect(details.getByText("It can’t be deleted while something uses it.")).toBeVisible();
  await expect(details.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await details.getByRole("button", { name: "Close" }).click();

  const free = await aPicture("free");
  await upload(page, free);
  await page.getByRole("checkbox", { name: `Select ${used}` }).check();
  await page.getByRole("checkbox", { name: `Select ${free.name}` }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  const selection = page.getByRole("region", { name: "Selected pictures" });
  await selection.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  const outcome = page.getByRole("dialog", { name: "What came of it" });
  await expect(outcome.getByRole("listitem").filter({ hasText: used })).toContainText("This picture is used:");
  await expect(outcome.getByRole("listitem").filter({ hasText: free.name })).toContainText("Done.");
  await outcome.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("checkbox", { name: `Select ${free.name}` })).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: `Select ${used}` })).toHaveCount(1);
});

/** Name of a picture that the sample articles show. */
async function firstUsed(page: Page): Promise<string> {
  const tiles = page.getByRole("list", { name: "Pictures" }).getByRole("link");
  for (let index = (await tiles.count()) - 1; index >= 0; index -= 1) {
    await tiles.nth(index).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    const isUsed = (await dialog.getByText("It can’t be deleted while something uses it.").count()) > 0;
    const name = (await dialog.getByRole("heading", { level: 2 }).textContent()) ?? "";
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    if (isUsed) return name;
  }
  throw new Error("No picture of the sample content is used");
}

test("folders are made, filled and renamed; a full one is not deleted", async ({ page }) => {
  const name = `Folder ${String(randomInt(1e9))}`;
  const folders = page.getByRole("navigation", { name: "Folders" });
  await folders.getByRole("button", { name: "New folder" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  await expect(folders.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  const file = await aPicture("filed");
  await upload(page, file);
  await expect(folders.getByRole("link", { name })).toContainText("1");

  await folders.getByRole("button", { name: `Folder ${name}: more` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete folder" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("still holds 1 picture");
  await page.keyboard.press("Escape");

  await page.getByRole("checkbox", { name: `Select ${file.name}` }).check();
  await page.getByRole("region", { name: "Selected pictures" }).getByRole("button", { name: "Move" }).click();
  await page.getByRole("dialog").getByLabel("To").selectOption({ label: "No folder" });
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
  await expect(page.getByText("1 moved.")).toBeVisible();
  await expect(page.getByText("No pictures here yet")).toBeVisible();
});

test.describe("an author", () => {
  test.use({ storageState: stateOf("author") });

  test("describes new pictures, but replaces and deletes none", async ({ page }) => {
    const file = await aPicture("by-author");
    await upload(page, file);
    const details = await open(page, file.name);
    await expect(details.getByRole("button", { name: "Save" })).toBeEnabled();
    await expect(details.getByRole("button", { name: "Replace file" })).toHaveCount(0);
    await expect(details.getByRole("button", { name: "Delete" })).toHaveCount(0);
  });
});

for (const width of [390, 1280]) {
  test(`axe finds nothing in the library and in a picture, ${String(width)} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const file = await aPicture("axe");
    await upload(page, file);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await open(page, file.name);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}
