/** Opens the editor alone in a browser page, under the desk's Content Security Policy and style sheet. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { compile } from "tailwindcss";
import type { RichTextDocument } from "@/lib/richtext/schema";

const root = path.resolve(import.meta.dirname, "../../..");
export const editorOrigin = "http://editor.test";

type Bundle = { script: string; style: string };
let bundled: Promise<Bundle> | null = null;

async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "tests/e2e/editor-harness/page.tsx")],
    outfile: path.join(root, ".cache/editor-harness.js"),
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    alias: { "@": root },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? "";
  return { script: text(".js"), style: `${await deskStyle(text(".js"))}\n${text(".css")}` };
}

/** The desk's utilities, for the class names that stand in the script. */
async function deskStyle(script: string): Promise<string> {
  const folder = path.join(root, "app/(desk)");
  const require = createRequire(import.meta.url);
  const compiler = await compile(await readFile(path.join(folder, "desk.css"), "utf8"), {
    base: folder,
    loadStylesheet: async (id, base) => {
      const file = id === "tailwindcss" ? require.resolve("tailwindcss/index.css") : path.resolve(base, id);
      return { path: file, base: path.dirname(file), content: await readFile(file, "utf8") };
    },
  });
  return compiler.build([...new Set(script.match(/-?[a-z[][\w:.[\]()&/%-]*/g) ?? [])]);
}

export type HarnessInput = {
  initial?: RichTextDocument;
  unknown?: { index: number; type: string; reason: string }[];
};

const policy = [
  "default-src 'none'",
  "script-src 'nonce-harness'",
  // As on the desk: React and floating panels set style attributes; no script adds a style sheet (checked below).
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
].join("; ");

/** The page is ready to type in when this returns. */
export async function openEditor(page: Page, input: HarnessInput = {}): Promise<void> {
  bundled ??= bundle();
  const { script, style } = await bundled;
  const inputJson = JSON.stringify(input).replaceAll("<", String.raw`\u003c`);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title>
    <link rel="stylesheet" href="/style.css"></head><body><main><h1>An article</h1><div id="editor"></div></main>
    <script nonce="harness">window.harnessInput = ${inputJson}</script>
    <script nonce="harness" type="module" src="/script.js"></script></body></html>`;
  await page.route(`${editorOrigin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/script.js") return route.fulfill({ contentType: "text/javascript", body: script });
    if (pathname === "/style.css") return route.fulfill({ contentType: "text/css", body: style });
    return route.fulfill({
      contentType: "text/html",
      headers: { "Content-Security-Policy": policy },
      body: pathname === "/" ? html : "",
    });
  });
  await page.goto(`${editorOrigin}/`);
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
}

/** The text as stored. */
export function documentOf(page: Page): Promise<RichTextDocument> {
  return page.evaluate(() => {
    const handle = window.harness.handle();
    if (!handle) throw new Error("The editor is not there");
    return handle.getDocument();
  });
}

export type Clipboard = { html?: string; text?: string; files?: { name: string; type: string; base64: string }[] };

/** The editor hears of a caret that was moved by keys a moment later. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

/** Pastes as a browser does: an event whose clipboard has these kinds of data. */
export async function paste(page: Page, clipboard: Clipboard): Promise<void> {
  await settle(page);
  await page.evaluate(({ html, text, files = [] }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData("text/html", html);
    if (text !== undefined) data.setData("text/plain", text);
    for (const { name, type, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror")?.dispatchEvent(event);
  }, clipboard);
}
