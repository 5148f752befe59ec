/**
 * Writes pages one after the other, in the background. Each is written whole under another name and then renamed, all its
 * files in one tick, after one last look whether a change overtook it. No file is flushed to the disk: after a power
 * failure the first process to start removes them all.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync } from "node:fs";
import { access, mkdir, unlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { timeInTag } from "@/lib/page-cache/entity-tag";
import { plainBody, variantIn, type KeptPage } from "@/lib/page-cache/kept-page";
import type { Encoding } from "@/lib/web/compression";
import { fileNames, unfinishedFolder } from "./layout";
import { isMissing } from "./removal";

export type Writing = {
  /** Of its files. */
  folder: string;
  page: KeptPage;
  /** Whether it is still what readers should see. */
  isCurrent: () => boolean;
  /** Else it is written only when it is not there. */
  replace: boolean;
};

/** Beyond this many that wait, more are not taken: readers ask for them again. */
const mostWaiting = 500;

export class PageWriter {
  readonly #waiting = new Map<string, Writing>();
  readonly #unfinished: string;
  readonly #written: (writing: Writing, bytes: number) => void;
  readonly #failed: (writing: Writing, error: unknown) => void;
  #underWay: Promise<void> | null = null;

  /**
   * @param directory PAGE_FILES_DIR
   * @param outcome is told of every page that was put in place, and of every failure
   */
  constructor(
    directory: string,
    outcome: { written: (writing: Writing, bytes: number) => void; failed: (writing: Writing, error: unknown) => void },
  ) {
    this.#unfinished = path.join(directory, unfinishedFolder);
    this.#written = outcome.written;
    this.#failed = outcome.failed;
  }

  /** One that waits for the same folder is forgotten. */
  add(writing: Writing): void {
    const waiting = this.#waiting.get(writing.folder);
    if (!waiting && this.#waiting.size >= mostWaiting) return;
    const replace = writing.replace || (waiting?.replace ?? false);
    this.#waiting.set(writing.folder, { ...writing, replace });
    this.#underWay ??= this.#writeAll();
  }

  /** Forgets what waits; resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#waiting.clear();
    await this.#underWay;
  }

  async #writeAll(): Promise<void> {
    for (const [folder, writing] of this.#waiting) {
      this.#waiting.delete(folder);
      await this.#write(writing).catch((error: unknown) => {
        this.#failed(writing, error);
      });
    }
    // At once, not when who waits for it hears of it: what is added in between would lie there.
    this.#underWay = null;
  }

  async #write(writing: Writing): Promise<void> {
    const { folder, page, isCurrent, replace } = writing;
    if (!isCurrent() || (!replace && (await isThere(folder)))) return;
    const name = path.join(this.#unfinished, randomUUID());
    let isPlaced = false;
    try {
      const bytes = await this.#writeFiles(name, page);
      if (!isCurrent()) return;
      put(name, folder);
      isPlaced = true;
      this.#written(writing, bytes);
    } finally {
      if (!isPlaced) await forget(name);
    }
  }

  /** @returns bytes */
  async #writeFiles(name: string, page: KeptPage): Promise<number> {
    let bytes = 0;
    for (const encoding of Object.keys(fileNames) as Encoding[]) {
      const { body, etag } = await variantIn(page, encoding);
      const data = body ?? (await plainBody(page));
      const file = `${name}.${fileNames[encoding]}`;
      await this.#writeFile(file, data);
      const time = timeInTag(etag);
      await utimes(file, time, time);
      bytes += data.length;
    }
    return bytes;
  }

  async #writeFile(file: string, data: Buffer): Promise<void> {
    try {
      await writeFile(file, data, { flag: "wx", mode: 0o644 });
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(this.#unfinished, { recursive: true });
      await writeFile(file, data, { flag: "wx", mode: 0o644 });
    }
  }
}

/** Deletes what was not put in place. */
async function forget(name: string): Promise<void> {
  for (const file of Object.values(fileNames)) await unlink(`${name}.${file}`).catch(() => undefined);
}

function isThere(folder: string): Promise<boolean> {
  return access(path.join(folder, fileNames.identity)).then(
    () => true,
    () => false,
  );
}

/** Without a pause in which this process could hear of a change. */
function put(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const file of Object.values(fileNames)) renameSync(`${name}.${file}`, path.join(folder, file));
}
