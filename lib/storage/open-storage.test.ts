import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStorage } from "./open-storage";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "open storage #100%-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function writesInto(url: string): Promise<boolean> {
  await openStorage(url).put("a.png", Buffer.from("x"), "image/png");
  return (await readFile(path.join(folder, "a.png"), "utf8")) === "x";
}

it("opens a plain path, taken literally", async () => {
  expect(await writesInto(`file:${folder}`)).toBe(true);
});

it("opens a relative path", async () => {
  expect(await writesInto(`file:${path.relative(process.cwd(), folder)}`)).toBe(true);
});

it("opens a file URL, percent-decoded", async () => {
  expect(await writesInto(pathToFileURL(folder).href)).toBe(true);
});

it("opens one storage a process, however often it is asked", () => {
  const url = "s3://key:secret@storage.example.org/pictures";
  expect(openStorage(url)).toBe(openStorage(url));
  expect(openStorage(`file:${folder}`)).not.toBe(openStorage(url));
});

it.each([
  [
    "s3://key:secret@bucket",
    "STORAGE_URL must name a bucket after the host: s3://KEY:SECRET@HOST/BUCKET?region=REGION",
  ],
  ["ftp://key:secret@host", "STORAGE_URL must start with file: or s3:, not with ftp:"],
  ["/var/lib", "STORAGE_URL must start with file: or s3:"],
  ["", "STORAGE_URL must start with file: or s3:"],
  ["file:", "STORAGE_URL names no folder; write file: and a path"],
  ["file://somewhere/else", "STORAGE_URL is no usable file address; write file: and a path"],
])("refuses %j in one line", (url, message) => {
  expect(() => openStorage(url)).toThrow(new Error(message));
});
