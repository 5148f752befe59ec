/**
 * Finished pages as files, which nginx serves without asking this process. The rules are those of memory:
 *
 * - What a change names is gone when the change returns; what is being written meanwhile does not come into place.
 * - Everything else has a minute to be replaced, or is removed.
 * - Nobody waits for a file to be written, and a reader who finds none is answered from memory.
 *
 * Several processes, also of several instances on one machine, may share a folder: what each of them hears, it does.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { nowMilliseconds, steadyMilliseconds } from "@/lib/clock";
import { log } from "@/lib/log";
import type { KeptPage } from "@/lib/page-cache/kept-page";
import type { PageMirror } from "@/lib/page-cache/mirror";
import type { Route } from "@/lib/page-cache/routes";
import { isReachedByFamily, pageFolder, pagesFolder, siteFolder } from "./layout";
import { deleteRemoved, removeAll, removeFamilies, removeKey, removePage } from "./removal";
import { hasHeaders, headersDigest, servingHeaders } from "./serving-headers";
import { sweep } from "./sweep";
import { PageWriter } from "./writer";

export type PageFilesOptions = {
  /** PAGE_FILES_DIR */
  directory: string;
  /** SITE_URL */
  siteUrl: string;
  /** Bytes of all files, about: other processes' are counted now and then. */
  limit: number;
  /** Milliseconds after a change in which the pages that it does not name may be replaced. The rest of the minute is for removing. */
  grace?: number;
};

/** Until then files stay whatever is (not) heard: as long as pages stay in memory, less the time between two sweeps. Milliseconds. */
const longestLife = 55 * 60_000;
/** How long the last good pages stay when nothing is heard of changes. Milliseconds. */
const longestDoubt = 60 * 60_000;
/** Between two sweeps without a change. Milliseconds. */
const sweepEvery = 300_000;
/** After a failure of the file system nothing is written for so long. Milliseconds. */
const pause = 10_000;
/** After files could not be removed. Milliseconds. */
const retryAfter = 1_000;

export class PageFiles implements PageMirror {
  /** PAGE_FILES_DIR */
  readonly directory: string;
  readonly #site: string;
  readonly #limit: number;
  readonly #grace: number;
  readonly #headers: ReadonlyMap<string, string>;
  readonly #writer: PageWriter;
  /** The last change: what was put in place before is to be replaced or removed. By the clock, in milliseconds. */
  #changedAt = 0;
  #doubtSince: number | null = null;
  #bytes = 0;
  /** By the clock; while the file system fails. */
  #pausedUntil = 0;
  #isOut = false;
  #isStuck = false;
  /** By the steady counter. */
  #sweepAt = Infinity;
  #timer: NodeJS.Timeout | undefined;
  #doubtTimer: NodeJS.Timeout | undefined;
  #regular: NodeJS.Timeout | undefined;
  #underWay: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor({ directory, siteUrl, limit, grace = 40_000 }: PageFilesOptions) {
    this.directory = directory;
    this.#site = path.join(directory, pagesFolder, siteFolder(siteUrl, headersDigest()));
    this.#limit = limit;
    this.#grace = grace;
    this.#headers = servingHeaders(siteUrl);
    this.#writer = new PageWriter(directory, {
      written: (_, bytes) => {
        this.#succeeded(bytes);
      },
      failed: ({ folder }, error) => {
        this.#failed(error);
        // What can't be replaced must not stay.
        this.#remove(() => {
          removePage(folder);
        });
      },
    });
  }

  /** Removes what was there before: nobody knows which changes came since. To be called when changes are heard of. */
  start(): void {
    try {
      mkdirSync(this.directory, { recursive: true });
    } catch (error) {
      this.#failed(error);
    }
    this.changed(null);
    this.#regular = setInterval(() => {
      this.#background(() => this.#sweep(nowMilliseconds() - longestLife));
    }, sweepEvery);
    this.#regular.unref();
  }

  /** Files stay, and are served while no process is there. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#doubtTimer);
    clearInterval(this.#regular);
    await Promise.all([this.#writer.stop(), this.#underWay]);
  }

  takes(route: Route, page: KeptPage): boolean {
    const isPage = route.part === "pages" && page.status === 200 && page.isCompressed;
    return isPage && isReachedByFamily(route) && hasHeaders(page, this.#headers);
  }

  put(key: string, page: KeptPage, when: { isCurrent: () => boolean; replace: boolean }): void {
    const name = pageFolder(key);
    if (name === null || this.#stopped || nowMilliseconds() < this.#pausedUntil) return;
    if (this.#bytes >= this.#limit) return;
    this.#writer.add({ folder: path.join(this.#site, name), page, ...when });
  }

  drop(key: string): void {
    this.#remove(() => {
      removeKey(this.directory, key);
    });
  }

  changed(families: ReadonlySet<string> | null): void {
    this.#changedAt = nowMilliseconds();
    this.#remove(() => {
      if (families) removeFamilies(this.directory, families);
      else removeAll(this.directory);
    });
    if (!families) this.#bytes = 0;
    this.#background(() => deleteRemoved(this.directory));
    this.#sweepIn(this.#grace);
  }

  doubt(): void {
    this.#doubtSince ??= nowMilliseconds();
    clearTimeout(this.#doubtTimer);
    this.#doubtTimer = setTimeout(() => {
      this.#remove(() => {
        removeAll(this.directory);
      });
      this.#background(() => deleteRemoved(this.directory));
    }, longestDoubt);
    this.#doubtTimer.unref();
  }

  resume(): void {
    if (this.#doubtSince === null) return;
    this.#doubtSince = null;
    clearTimeout(this.#doubtTimer);
    this.#changedAt = nowMilliseconds();
    this.#sweepIn(this.#grace);
  }

  /** Runs what removes files. What it could not remove, a sweep tries again. */
  #remove(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#stuck(error);
    }
  }

  #stuck(error: unknown): void {
    if (!this.#isStuck) {
      const { directory } = this;
      log().error({ err: error, directory }, "page files could not be removed; readers may be given older pages");
    }
    this.#isStuck = true;
    this.#changedAt = nowMilliseconds();
    this.#sweepIn(retryAfter);
  }

  #failed(error: unknown): void {
    if (!this.#isOut) {
      const { directory } = this;
      log().warn({ err: error, directory }, "page files could not be written; readers get their pages from memory");
    }
    this.#isOut = true;
    this.#pausedUntil = nowMilliseconds() + pause;
  }

  #succeeded(bytes: number): void {
    this.#bytes += bytes;
    if (this.#isOut) log().info({ directory: this.directory }, "page files can be written again");
    this.#isOut = false;
  }

  /** Plans a sweep of what is older than the last change, unless one is planned that comes sooner. */
  #sweepIn(milliseconds: number): void {
    const at = steadyMilliseconds() + milliseconds;
    if (this.#stopped || at >= this.#sweepAt) return;
    this.#sweepAt = at;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#sweepAt = Infinity;
      this.#background(() => this.#sweep(this.#changedAt));
    }, milliseconds);
    this.#timer.unref();
  }

  async #sweep(before: number): Promise<void> {
    if (this.#doubtSince !== null) return;
    const isStopped = (): boolean => this.#stopped;
    this.#bytes = await sweep(this.directory, { before, moment: nowMilliseconds(), isStopped });
    await deleteRemoved(this.directory);
    this.#isStuck = false;
  }

  /** One thing after the other. */
  #background(work: () => Promise<void>): void {
    this.#underWay = this.#underWay.then(work).catch((error: unknown) => {
      this.#stuck(error);
    });
  }
}
