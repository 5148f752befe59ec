/**
 * Puts what is heard of changes in order. Versions rise by one with every change, and Postgres delivers notifications in
 * the order of commits, so a gap means that one was lost. Pure but for what it calls.
 */
import type { ContentChange } from "./types";

export class VersionFollower {
  readonly #changed: (paths: readonly string[]) => void;
  /** Versions above `#known` that this process made and told of already. */
  readonly #own = new Set<number>();
  #known: number;

  /**
   * @param known the version of what is kept, or an older one
   * @param changed gets what a change names; nothing when it is not known
   */
  constructor(known: number, changed: (paths: readonly string[]) => void) {
    this.#known = known;
    this.#changed = changed;
  }

  get known(): number {
    return this.#known;
  }

  /** A change that this process made, on the spot; its notification comes later. */
  own({ version, paths }: ContentChange): void {
    // Its notification may have been faster.
    if (version <= this.#known) return;
    this.#own.add(version);
    this.#changed(paths);
  }

  notified({ version, paths }: ContentChange): void {
    if (version <= this.#known) return;
    const isNext = this.#advance(version - 1);
    const isOwn = this.#own.delete(version);
    this.#known = version;
    if (!isNext) this.#changed([]);
    else if (!isOwn) this.#changed(paths);
  }

  /** The version was read, and every notification up to it should have come: what is missing was lost. */
  caughtUp(version: number): void {
    if (version > this.#known && !this.#advance(version)) this.#changed([]);
  }

  /** Moves to `version`. @returns whether everything up to it had been told */
  #advance(version: number): boolean {
    let complete = true;
    for (let next = this.#known + 1; next <= version; next += 1) if (!this.#own.delete(next)) complete = false;
    this.#known = version;
    return complete;
  }
}
