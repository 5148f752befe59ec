/** Random numbers that come out the same for the same seed, on every machine. */

export type Rng = {
  /** From 0 (included) to 1 (not included). */
  next: () => number;
  /** From `low` to `high`, evenly. */
  range: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number;
  /** True with this probability. */
  chance: (probability: number) => boolean;
  /** `value` give or take `spread`. */
  around: (value: number, spread: number) => number;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** Makes a generator. The same seed gives the same numbers for ever; drawings depend on it. */
export function createRng(seed: string): Rng {
  const next = mulberry32(hash(seed));
  const range = (low: number, high: number): number => low + (high - low) * next();
  const int = (low: number, high: number): number => Math.floor(range(low, high + 1));
  return {
    next,
    range,
    int,
    chance: (probability) => next() < probability,
    around: (value, spread) => value + range(-spread, spread),
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
  };
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), finished with MurmurHash3's mixer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Tommy Ettinger's Mulberry32: 32 bits of state are plenty for a drawing. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
