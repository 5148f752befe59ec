/** A disk that is full after some more files, for tests that import this: what is open for writing then fails half-way. */
import type * as FileSystem from "node:fs/promises";
import { vi } from "vitest";

/** Files that can still be written. */
export const fullDisk = vi.hoisted(() => ({ writesLeft: Infinity }));

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
