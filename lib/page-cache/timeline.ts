/**
 * The moments to come at which time alone changes what readers see. They are known before they come, so that nothing has
 * to be asked when one does.
 */
export type Turn = {
  at: Date;
  /** Addresses that show something else from then on; null for all. */
  paths: string[] | null;
};

/** setTimeout counts in 31 bits. */
const longestTimer = 2 ** 31 - 1;

export class Timeline {
  #turns: Turn[] = [];
  #taken = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** Milliseconds of the clock; Infinity when nothing is known to come. Asked at every request. */
  next = Infinity;

  /**
   * Forgets what was known and takes over what was read.
   * @param turns may hold some that have passed by now; those that were taken already are left out
   */
  replace(turns: readonly Turn[]): void {
    const names = new Set(turns.map(nameOf));
    this.#turns = turns.filter((turn) => !this.#taken.has(nameOf(turn)));
    this.#turns.sort((a, b) => a.at.getTime() - b.at.getTime());
    this.#taken = new Set([...this.#taken].filter((name) => names.has(name)));
    this.#setNext();
  }

  /** Takes out what has come. @param moment of the clock, in milliseconds */
  take(moment: number): Turn[] {
    const due = this.#turns.filter(({ at }) => at.getTime() <= moment);
    if (due.length === 0) return due;
    this.#turns = this.#turns.filter(({ at }) => at.getTime() > moment);
    for (const turn of due) this.#taken.add(nameOf(turn));
    this.#setNext();
    return due;
  }

  /** Calls `work` when the next turn comes, at the latest; the call before is forgotten. */
  callAtNext(moment: number, work: () => void): void {
    clearTimeout(this.#timer);
    if (this.next === Infinity) return;
    this.#timer = setTimeout(work, Math.min(longestTimer, Math.max(1, this.next - moment)));
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #setNext(): void {
    this.next = this.#turns[0]?.at.getTime() ?? Infinity;
  }
}

function nameOf({ at, paths }: Turn): string {
  return `${String(at.getTime())} ${paths?.join(" ") ?? "all"}`;
}
