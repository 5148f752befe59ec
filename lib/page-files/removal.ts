/**
 * Takes files away, at once: who changed a page waits for it, and is told that it is done. What is many files is renamed
 * out of sight in one step, and deleted later. It goes by what is on the disk: other processes write there too.
 */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { familyFolders, fileNames, pagesFolder, pageFolder, removedFolder } from "./layout";

/** All pages. @param directory PAGE_FILES_DIR @throws the file system's error */
export function removeAll(directory: string): void {
  setAside(directory, path.join(directory, pagesFolder));
}

/** The pages of families (lib/page-cache/routes.ts), of every site and version. @throws the file system's error */
export function removeFamilies(directory: string, families: Iterable<string>): void {
  const sites = sitesIn(directory);
  for (const family of families) {
    const folders = familyFolders(family);
    if (!folders) continue;
    for (const site of sites) {
      removePage(path.join(site, folders.page));
      setAside(directory, path.join(site, folders.furtherPages));
    }
  }
}

/** One page, of every site and version. @throws the file system's error */
export function removeKey(directory: string, key: string): void {
  const folder = pageFolder(key);
  if (folder === null) return;
  for (const site of sitesIn(directory)) removePage(path.join(site, folder));
}

/** The files in one page's folder; pages below it stay. @throws the file system's error */
export function removePage(folder: string): void {
  for (const name of Object.values(fileNames))
    unlessMissing(() => {
      unlinkSync(path.join(folder, name));
    });
}

/** Deletes what was set aside, by whomever. Another process may be at it: what is left is deleted the next time. */
export async function deleteRemoved(directory: string): Promise<void> {
  const folder = path.join(directory, removedFolder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function setAside(directory: string, folder: string): void {
  if (!existsSync(folder)) return;
  const removed = path.join(directory, removedFolder);
  mkdirSync(removed, { recursive: true });
  unlessMissing(() => {
    renameSync(folder, path.join(removed, randomUUID()));
  });
}

function sitesIn(directory: string): string[] {
  const folder = path.join(directory, pagesFolder);
  let names: string[] = [];
  unlessMissing(() => {
    names = readdirSync(folder);
  });
  return names.map((name) => path.join(folder, name));
}

/** What is not there needs not be removed, and another process may have been faster. */
function unlessMissing(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Whether a file, or a folder on the way to it, is not there. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOENT" || code === "ENOTDIR";
}
