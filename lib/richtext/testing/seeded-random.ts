/** Random choices for tests that come out the same every time. */
export type Random = { below: (limit: number) => number; pick: <T>(values: readonly [T, ...T[]]) => T };

/** Mulberry32 by T. Ettinger (public domain): small, and good enough to choose test data. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (values) => values[below(values.length)] ?? values[0] };
}

export function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
