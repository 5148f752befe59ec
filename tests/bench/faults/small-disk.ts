/** A disk of a few megabytes, which can really be full: uploads, cards and finished pages lie on it. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const size = "48m";
const block = Buffer.alloc(64 * 1024);
/** A page of memory: a tmpfs gives no less. */
const smallest = Buffer.alloc(4096);
/** Milliseconds between two looks for room. */
const pause = 10;

export type SmallDisk = {
  directory: string;
  /** Resolves when no file can grow by a block. Until clear() it stays so, whatever the site removes meanwhile. */
  fill: () => Promise<void>;
  /** Gives back what fill() took. */
  clear: () => Promise<void>;
  stop: () => void;
};

/** @returns null where this process may not mount one (it takes Linux and root) */
export function mountSmallDisk(directory: string): SmallDisk | null {
  mkdirSync(directory, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", directory], { stdio: "ignore" });
  } catch {
    return null;
  }
  const ballast = path.join(directory, "ballast");
  let isFull = false;
  let keeping: Promise<void> = Promise.resolve();
  const keepFull = async (): Promise<void> => {
    while (isFull) {
      await wait(pause);
      await writeUntilFull(ballast);
    }
  };
  return {
    directory,
    fill: async () => {
      isFull = true;
      await writeUntilFull(ballast);
      keeping = keepFull();
    },
    clear: async () => {
      isFull = false;
      await keeping;
      await rm(ballast, { force: true });
    },
    stop: () => execFileSync("umount", ["--lazy", directory]),
  };
}

async function writeUntilFull(file: string): Promise<void> {
  const handle = await open(file, "a");
  try {
    for (const piece of [block, smallest]) {
      while (await isWritten(() => handle.appendFile(piece)));
    }
  } finally {
    await handle.close();
  }
}

async function isWritten(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}
