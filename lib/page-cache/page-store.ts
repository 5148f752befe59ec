/** The memory of the cache: three shares, so that neither made-up searches nor scanners of addresses push pages out. */
import { ByteLru } from "./byte-lru";
import type { Freshness, KeptPage } from "./kept-page";
import type { Part } from "./routes";

/** Shares of the whole. */
const shares = { pages: 13 / 16, search: 2 / 16, missing: 1 / 16 };
/** How long what is found nowhere, or by a search, is kept without being asked again, in milliseconds. */
export const missingLife = 10_000;
const searchLife = 60_000;
/** Whatever no change touched is made again after an hour, should a dependency on time have been forgotten. */
const pageLife = 3_600_000;

export class PageStore {
  readonly #families = new Map<string, Set<string>>();
  readonly #pages: ByteLru<KeptPage>;
  readonly #search: ByteLru<KeptPage>;
  readonly #missing: ByteLru<KeptPage>;

  /** @param limit in bytes */
  constructor(limit: number) {
    this.#pages = new ByteLru(limit * shares.pages, (key, { family }) => {
      const members = this.#families.get(family);
      members?.delete(key);
      if (members?.size === 0) this.#families.delete(family);
    });
    this.#search = new ByteLru(limit * shares.search);
    this.#missing = new ByteLru(limit * shares.missing);
  }

  get bytes(): number {
    return this.#pages.bytes + this.#search.bytes + this.#missing.bytes;
  }

  get size(): number {
    return this.#pages.size + this.#search.size + this.#missing.size;
  }

  /** The page under `key`, fresh or not, used from now on. */
  get(key: string): KeptPage | undefined {
    return this.#pages.get(key) ?? this.#missing.get(key) ?? this.#search.get(key);
  }

  peek(key: string): KeptPage | undefined {
    return this.#pages.peek(key) ?? this.#missing.peek(key) ?? this.#search.peek(key);
  }

  /** Keeps a page in its share. What was kept under the key before is gone, also when it was of another kind. */
  set(key: string, page: KeptPage, part: Part, moment: number): void {
    this.remove(key);
    page.freshUntil = page.freshness === "fresh" ? moment + lifeOf(page.status, part) : 0;
    const share = page.status !== 200 ? this.#missing : part === "search" ? this.#search : this.#pages;
    if (!share.set(key, page)) return;
    page.grown = () => {
      if (share.peek(key) === page) share.recount(key);
    };
    if (share !== this.#pages) return;
    const members = this.#families.get(page.family);
    if (members) members.add(key);
    else this.#families.set(page.family, new Set([key]));
  }

  remove(key: string): void {
    this.#pages.delete(key);
    this.#search.delete(key);
    this.#missing.delete(key);
  }

  /** Forgets searches and misses: any change may alter them, and each is cheap to ask again. */
  clearFleeting(): void {
    this.#search.clear();
    this.#missing.clear();
  }

  clear(): void {
    this.#pages.clear();
    this.clearFleeting();
  }

  keysOf(family: string): string[] {
    return [...(this.#families.get(family) ?? [])];
  }

  /** All pages that were found, least recently used first. */
  pages(): IterableIterator<[string, KeptPage]> {
    return this.#pages.entries();
  }
}

/** How long a page is fresh when no change touches it. Milliseconds. */
export function lifeOf(status: number, part: Part): number {
  return status !== 200 ? missingLife : part === "search" ? searchLife : pageLife;
}

/** Takes a page's freshness away. What is expired already stays so. @param since when it happened */
export function age(page: KeptPage, to: Exclude<Freshness, "fresh">, since: number): void {
  if (page.freshness === "fresh") page.since = since;
  if (page.freshness !== "expired") page.freshness = to;
  page.freshUntil = 0;
}
