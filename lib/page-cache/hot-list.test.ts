import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { hotListSize, readHotList, writeHotList } from "./hot-list";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "hot-list-"));
  setEnvironment({ DATA_DIR: directory });
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

it("keeps pages in their order, and not more than can be warmed", async () => {
  const keys = Array.from({ length: hotListSize + 5 }, (_, index) => `/news/page/${String(index + 2)}`);
  await writeHotList(keys);
  expect(await readHotList()).toEqual(keys.slice(0, hotListSize));
  expect(readdirSync(directory)).toEqual(["hot-pages.json"]);
});

it("forgets nothing of a longer life when a process that saw little writes it", async () => {
  await writeHotList(["/", "/news", "/about-us"]);
  await writeHotList(["/news/sleep", "/news"]);
  expect(await readHotList()).toEqual(["/news/sleep", "/news", "/", "/about-us"]);
});

it.each(["", "{", '{"a":1}', "[1]", JSON.stringify(Array.from({ length: 500 }, () => "/"))])(
  "knows nothing when the file says %s",
  async (text) => {
    writeFileSync(path.join(directory, "hot-pages.json"), text);
    expect(await readHotList()).toEqual([]);
  },
);

it("knows nothing without a file, and leaves out what is no key", async () => {
  expect(await readHotList()).toEqual([]);
  await writeHotList(["/news", "/admin", "/News", "/search?q=a&x=1", "/search?q=a"]);
  expect(await readHotList()).toEqual(["/news", "/search?q=a"]);
});
