import { mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localDiskStorage } from "./local-disk";
import type { ObjectStorage } from "./storage";

let parent: string;
let root: string;
let storage: ObjectStorage;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "storage-"));
  root = path.join(parent, "a folder", "root");
  storage = localDiskStorage(root);
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

async function read(key: string): Promise<string | null> {
  const object = await storage.get(key);
  return object && (await buffer(object.body)).toString();
}

describe("localDiskStorage", () => {
  it("gives back what was put, with its size and content type", async () => {
    await storage.put("media/ab/cd/320.avif", Buffer.from("bytes"), "image/avif");
    const object = await storage.get("media/ab/cd/320.avif");
    expect(object).toMatchObject({ size: 5, contentType: "image/avif" });
    expect(object && (await buffer(object.body)).toString()).toBe("bytes");
    expect(await storage.has("media/ab/cd/320.avif")).toBe(true);
  });

  it("keeps empty objects apart from missing ones", async () => {
    await storage.put("empty.png", Buffer.alloc(0), "image/png");
    expect(await read("empty.png")).toBe("");
    expect(await storage.get("missing.png")).toBeNull();
    expect(await storage.has("missing.png")).toBe(false);
  });

  it("replaces an object without disturbing somebody who is reading the old one", async () => {
    await storage.put("a.jpg", Buffer.from("old"), "image/jpeg");
    const old = await storage.get("a.jpg");
    await storage.put("a.jpg", Buffer.from("newer"), "image/jpeg");
    expect(old && (await buffer(old.body)).toString()).toBe("old");
    expect(await read("a.jpg")).toBe("newer");
  });

  it("leaves no temporary files, even with many writers of one key", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        storage.put("busy.webp", Buffer.from(`${String(index)}!`.repeat(10_000)), "image/webp"),
      ),
    );
    expect(await read("busy.webp")).toMatch(/^(\d+!)\1+$/);
    expect(await readdir(path.join(root, ".incoming"))).toEqual([]);
  });

  it("deletes, twice without complaint", async () => {
    await storage.put("a.png", Buffer.from("x"), "image/png");
    await storage.delete("a.png");
    await storage.delete("a.png");
    expect(await storage.has("a.png")).toBe(false);
  });

  it("does not take a folder, or something below a file, for an object", async () => {
    await mkdir(path.join(root, "folder.png"), { recursive: true });
    await storage.put("file.png", Buffer.from("x"), "image/png");
    expect(await storage.get("folder.png")).toBeNull();
    expect(await storage.has("folder.png")).toBe(false);
    expect(await storage.get("file.png/inner.png")).toBeNull();
  });

  it("reports a failing disk as unavailable and removes the unfinished file", async () => {
    await mkdir(path.join(root, "taken.png"), { recursive: true });
    await writeFile(path.join(root, "taken.png", "inside"), "");
    await expect(storage.put("taken.png", Buffer.from("x"), "image/png")).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await readdir(path.join(root, ".incoming"))).toEqual([]);
  });

  it("follows an operator's symbolic link for the root", async () => {
    const elsewhere = path.join(parent, "elsewhere");
    await mkdir(elsewhere);
    await symlink(elsewhere, path.join(parent, "link"));
    await localDiskStorage(path.join(parent, "link")).put("a.png", Buffer.from("x"), "image/png");
    expect(await readFile(path.join(elsewhere, "a.png"), "utf8")).toBe("x");
  });
});

describe("keys that are refused", () => {
  const refused = [
    "",
    "..",
    "../a.png",
    "media/../../a.png",
    "media/..png/../a.png",
    "/etc/a.png",
    "media//a.png",
    "media/./a.png",
    "media/.hidden.png",
    ".incoming/a.png",
    "media\\..\\a.png",
    "c:/a.png",
    "media/a.png\0",
    "media/a.png\n",
    "media/%2e%2e/a.png",
    "Media/a.png",
    "media/con.png",
    "media/a.svg",
    "media/a.html",
    "media/a",
    "media/a.constructor",
    `${"a".repeat(1100)}.png`,
  ];

  it.each(refused)("%j", async (key) => {
    await writeFile(path.join(parent, "a.png"), "secret");
    const invalid = { code: "invalid" };
    await expect(storage.put(key, Buffer.from("x"), "image/png")).rejects.toMatchObject(invalid);
    await expect(storage.get(key)).rejects.toMatchObject(invalid);
    await expect(storage.has(key)).rejects.toMatchObject(invalid);
    await expect(storage.delete(key)).rejects.toMatchObject(invalid);
    expect(await readFile(path.join(parent, "a.png"), "utf8")).toBe("secret");
  });

  it("also when the content type is not the extension's", async () => {
    await expect(storage.put("a.png", Buffer.from("x"), "text/html")).rejects.toMatchObject({ code: "invalid" });
  });
});
