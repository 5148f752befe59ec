/** Object storage in a folder. Several processes on one machine may share it. */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import type { ObjectStorage, StoredObject } from "./storage";
import { parseKey, parseKeyForWriting } from "./storage-key";

/**
 * Keeps objects as files below `root`, which is made when it is first written to. Unfinished writes live in
 * `root/.incoming`, a name that no key can have; what a crash leaves there is safe to delete.
 * @param root absolute path
 */
export function localDiskStorage(root: string): ObjectStorage {
  const pathOf = (segments: string[]): string => path.join(root, ...segments);
  return {
    async put(key, body, contentType) {
      const { segments } = parseKeyForWriting(key, contentType);
      await orUnavailable(`write ${key}`, () => writeAtomically(root, pathOf(segments), body));
    },
    async get(key) {
      const { segments, contentType } = parseKey(key);
      return orUnavailable(`read ${key}`, () => openObject(pathOf(segments), contentType));
    },
    async has(key) {
      const { segments } = parseKey(key);
      return orUnavailable(`look up ${key}`, () => isFile(pathOf(segments)));
    },
    async delete(key) {
      const { segments } = parseKey(key);
      await orUnavailable(`delete ${key}`, () => rm(pathOf(segments), { force: true }));
    },
  };
}

/** Temporary file, fsync, rename, fsync of the folders: after this returns, the object survives a power cut. */
async function writeAtomically(root: string, target: string, body: Buffer): Promise<void> {
  const incoming = path.join(root, ".incoming");
  const temporary = path.join(incoming, randomUUID());
  await mkdir(incoming, { recursive: true });
  const firstNewFolder = await mkdir(path.dirname(target), { recursive: true });
  try {
    const file = await open(temporary, "wx", 0o644);
    try {
      await file.writeFile(body);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolders(path.dirname(target), firstNewFolder ? path.dirname(firstNewFolder) : path.dirname(target));
}

/** Makes directory entries durable, from `folder` up to `last`. */
async function syncFolders(folder: string, last: string): Promise<void> {
  // Windows cannot open a folder for syncing and makes entries durable by itself.
  if (process.platform === "win32") return;
  for (let current = folder; ; current = path.dirname(current)) {
    const handle = await open(current, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (current === last || current === path.dirname(current)) return;
  }
}

/** Size and bytes come from one open file, so a replacement in between cannot make them disagree. */
async function openObject(file: string, contentType: string): Promise<StoredObject | null> {
  const handle = await orNullWhenMissing(() => open(file, constants.O_RDONLY));
  if (handle === null) return null;
  try {
    const stats = await handle.stat();
    if (stats.isFile()) return { body: handle.createReadStream(), size: stats.size, contentType };
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return null;
}

async function isFile(file: string): Promise<boolean> {
  const stats = await orNullWhenMissing(() => stat(file));
  return stats?.isFile() ?? false;
}

async function orNullWhenMissing<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** ENOTDIR: a parent of the key is itself an object. */
function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

/** EDQUOT: the user's share of the disk. */
function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

const fullMessage = "There is no room left for files, so this one was not stored. Tell whoever runs the site.";

async function orUnavailable<Value>(what: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (cause) {
    const message = isFull(cause) ? fullMessage : `The file storage could not ${what}.`;
    throw new AppError("unavailable", message, { cause });
  }
}
