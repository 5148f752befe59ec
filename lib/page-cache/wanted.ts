/** Pages that a change took away while people were asking for them: they are made again before the next one asks. */
export class Wanted {
  readonly #heat = new Map<string, number>();

  /** The coldest go when there are too many. */
  add(key: string, heat: number): void {
    if (heat < 1) return;
    this.#heat.set(key, heat);
    if (this.#heat.size <= most) return;
    let coldest = { key, heat };
    for (const [other, its] of this.#heat) if (its < coldest.heat) coldest = { key: other, heat: its };
    this.#heat.delete(coldest.key);
  }

  hottest(): { key: string; heat: number } | null {
    let hottest: { key: string; heat: number } | null = null;
    for (const [key, heat] of this.#heat) if (heat > (hottest?.heat ?? 0)) hottest = { key, heat };
    return hottest;
  }

  /** Takes a page off the list. @returns how hot it was */
  take(key: string): number {
    const heat = this.#heat.get(key) ?? 0;
    this.#heat.delete(key);
    return heat;
  }
}

const most = 200;
