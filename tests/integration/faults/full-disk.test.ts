/** The disk for uploads is full, in the middle of a picture. */
import { readdir } from "node:fs/promises";
import type * as FileSystem from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { anActor } from "@/tests/factories/actors";
import { aPicture } from "@/tests/factories/media";

/** Files that can still be written. */
const fullDisk = vi.hoisted(() => ({ writesLeft: Infinity }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const open: typeof real.open = async (file, flags, mode) => {
    const handle = await real.open(file, flags, mode);
    if (flags !== "wx") return handle;
    fullDisk.writesLeft -= 1;
    if (fullDisk.writesLeft >= 0) return handle;
    handle.writeFile = async (data) => {
      await handle.write((data as Buffer).subarray(0, 10));
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    };
    return handle;
  };
  return { ...real, open };
});

let author: Actor;

beforeAll(async () => {
  author = await anActor("author");
});
afterAll(() => {
  fullDisk.writesLeft = Infinity;
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

describe("an upload to a full disk", () => {
  it("says so, shows nobody half a picture, and works when there is room again", async () => {
    const bytes = await aPicture();
    fullDisk.writesLeft = 2;
    await expect(uploadMedia(author, { originalName: "a.png", bytes })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("no room left for files") as string,
    });
    expect(await database().media.count()).toBe(0);
    const root = env().STORAGE_URL.replace(/^file:/, "");
    expect(await filesBelow(path.join(root, ".incoming"))).toEqual([]);
    // The two whole files are known, and are swept or taken over.
    expect(await filesBelow(root)).toHaveLength(2);
    expect(await database().mediaLeftover.count()).toBe(1);
    fullDisk.writesLeft = Infinity;
    expect(await uploadMedia(author, { originalName: "a.png", bytes })).toMatchObject({ isNew: true });
    expect(await database().mediaLeftover.count()).toBe(0);
  });
});
