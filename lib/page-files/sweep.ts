/** Removes old pages, whoever wrote them: processes that are gone remove nothing any more. */
import { readdir, rmdir, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { pagesFolder, unfinishedFolder } from "./layout";
import { isMissing } from "./removal";

/** A file that has been unfinished for so long has nobody any more who writes it. Milliseconds. */
const longestWriting = 60_000;

type Sweep = {
  /** Files that were put in place before are removed. By the clock, in milliseconds. */
  before: number;
  /** The present, by the same clock. */
  moment: number;
  /** Whether it is to end early. */
  isStopped: () => boolean;
};

/**
 * When a file was put in place is its time of change (st_ctime), which only the kernel sets: its time of modification is
 * part of its entity tag.
 * @param directory PAGE_FILES_DIR
 * @returns bytes of the pages that are left
 * @throws the file system's error
 */
export async function sweep(directory: string, { before, moment, isStopped }: Sweep): Promise<number> {
  await sweepFolder(path.join(directory, unfinishedFolder), { before: moment - longestWriting, isStopped });
  return sweepFolder(path.join(directory, pagesFolder), { before, isStopped });
}

type Limits = Pick<Sweep, "before" | "isStopped">;

async function sweepFolder(folder: string, limits: Limits): Promise<number> {
  let left = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(ifMissing([]))) {
    if (limits.isStopped()) break;
    const name = path.join(folder, entry.name);
    if (!entry.isDirectory()) left += await sweepFile(name, limits);
    else {
      left += await sweepFolder(name, limits);
      // One that is not empty stays.
      await rmdir(name).catch(() => undefined);
    }
  }
  return left;
}

/** @returns its bytes if it stays */
async function sweepFile(file: string, { before }: Limits): Promise<number> {
  const found = await stat(file).catch(ifMissing(null));
  if (found === null) return 0;
  // The kernel's clock stands still for some milliseconds, ours is cut to whole ones.
  if (found.ctimeMs >= before + 1) return found.size;
  await unlink(file).catch(ifMissing(undefined));
  return 0;
}

/** Other processes sweep as well. */
function ifMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isMissing(error)) return value;
    throw error;
  };
}
