/**
 * Least recently used values, by their size in bytes. A Map keeps the order of insertion, so that the oldest is the first:
 * no list has to be kept beside it.
 */
export class ByteLru<Value extends { readonly bytes: number }> {
  readonly #values = new Map<string, Value>();
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
    return this.#values.size;
  }

  /** The value, which is the most recently used one from now on. */
  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** The value, without using it. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Least recently used first. */
  entries(): IterableIterator<[string, Value]> {
    return this.#values.entries();
  }

  /** @returns false when the value alone is over the limit: it is not kept, and an older one of the key is gone */
  set(key: string, value: Value): boolean {
    this.delete(key);
    if (value.bytes > this.#limit) return false;
    this.#values.set(key, value);
    this.#bytes += value.bytes;
    for (const [oldest] of this.#values) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
    return true;
  }

  delete(key: string): boolean {
    const value = this.#values.get(key);
    if (value === undefined) return false;
    this.#values.delete(key);
    this.#bytes -= value.bytes;
    this.#removed(key, value);
    return true;
  }

  clear(): void {
    for (const key of [...this.#values.keys()]) this.delete(key);
  }
}
