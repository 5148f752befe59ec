/** A value that is among this last share of them already is not moved to the end again: that is most of what a hit costs. */
const recent = 1 / 16;

type Entry<Value> = {
  value: Value;
  counted: number;
  /** What `#moves` was when it came to the end. */
  movedAt: number;
};

/**
 * Least recently used values, by their size in bytes. A Map keeps the order of insertion, so that the oldest is the first:
 * no list has to be kept beside it.
 */
export class ByteLru<Value extends { readonly bytes: number }> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #limit: number;
  readonly #removed: (key: string, value: Value) => void;
  #bytes = 0;
  #moves = 0;

  /**
   * @param limit in bytes
   * @param removed is told of every value that leaves, also of one that is replaced
   */
  constructor(limit: number, removed: (key: string, value: Value) => void = () => undefined) {
    this.#limit = limit;
    this.#removed = removed;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value, which is one of the most recently used from now on. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#moves - entry.movedAt <= this.#entries.size * recent) return entry.value;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.movedAt = this.#moves += 1;
    return entry.value;
  }

  /** The value, without using it. */
  peek(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Least recently used first. */
  *entries(): IterableIterator<[string, Value]> {
    for (const [key, { value }] of this.#entries) yield [key, value];
  }

  /** @returns false when the value alone is over the limit: it is not kept, and an older one of the key is gone */
  set(key: string, value: Value): boolean {
    this.delete(key);
    if (value.bytes > this.#limit) return false;
    this.#moves += 1;
    this.#entries.set(key, { value, counted: value.bytes, movedAt: this.#moves });
    this.#bytes += value.bytes;
    this.#makeRoom();
    return true;
  }

  /** Counts a value again whose size has changed. Others, or it itself, may have to go. */
  recount(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#bytes += entry.value.bytes - entry.counted;
    entry.counted = entry.value.bytes;
    this.#makeRoom();
  }

  delete(key: string): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    this.#entries.delete(key);
    this.#bytes -= entry.counted;
    this.#removed(key, entry.value);
    return true;
  }

  clear(): void {
    for (const key of [...this.#entries.keys()]) this.delete(key);
  }

  #makeRoom(): void {
    for (const [oldest] of this.#entries) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }
}
