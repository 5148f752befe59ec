/**
 * Least recently used values, by their size in bytes. A Map keeps the order of insertion, so that the oldest is the first:
 * no list has to be kept beside it.
 */
export class ByteLru<Value extends { readonly bytes: number }> {
  readonly #entries = new Map<string, { value: Value; counted: number }>();
  readonly #limit: number;
  readonly #removed: (key: string, value: Value) => void;
  #bytes = 0;

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

  /** The value, which is the most recently used one from now on. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
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
    this.#entries.set(key, { value, counted: value.bytes });
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
