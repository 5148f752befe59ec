/** A disk of a few megabytes, which can really be full: uploads, cards and finished pages lie on it. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";

const size = "48m";
const block = Buffer.alloc(64 * 1024);

export type SmallDisk = {
  directory: string;
  /** Resolves when not a byte more can be written. */
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
  return {
    directory,
    fill: () => writeUntilFull(ballast),
    clear: () => rm(ballast, { force: true }),
    stop: () => execFileSync("umount", ["--lazy", directory]),
  };
}

async function writeUntilFull(file: string): Promise<void> {
  const handle = await open(file, "a");
  try {
    for (const piece of [block, Buffer.alloc(1)]) {
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
