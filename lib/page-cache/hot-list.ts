/** The most asked for pages, kept in DATA_DIR over a restart, so that the first readers after it do not wait. */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { routeOf } from "./routes";

/** Pages that are warmed before the process says that it is ready. */
export const hotListSize = 200;

const fileName = "hot-pages.json";
const hotList = z.array(z.string()).max(hotListSize);

/** Hottest first; empty when nothing is known, or nothing can be read. */
export async function readHotList(): Promise<string[]> {
  try {
    const keys = hotList.parse(JSON.parse(await readFile(path.join(env().DATA_DIR, fileName), "utf8")));
    return keys.filter((key) => routeOf(key)?.key === key);
  } catch {
    return [];
  }
}

/**
 * Puts these before what is known already: a process that has just started has seen little, and another saw other readers.
 * @param keys hottest first. Several processes may write at the same time: the last one counts, and none is read half.
 */
export async function writeHotList(keys: readonly string[]): Promise<void> {
  const file = path.join(env().DATA_DIR, fileName);
  const unfinished = `${file}.${String(process.pid)}`;
  try {
    const all = new Set([...keys, ...(await readHotList())]);
    await writeFile(unfinished, JSON.stringify([...all].slice(0, hotListSize)));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
