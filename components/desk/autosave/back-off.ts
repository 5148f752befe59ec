/**
 * How long to wait before the next attempt: exponential, with jitter, so that the tabs of a whole newsroom do not come back
 * in the same moment ("full jitter" of M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), but
 * never less than half a second.
 * @param failures so far, 1 or more
 * @param random 0 (included) to 1 (excluded)
 * @returns milliseconds
 */
export function backOff(
  failures: number,
  { firstWait, longestWait }: { firstWait: number; longestWait: number },
  random: number,
): number {
  const ceiling = Math.min(longestWait, firstWait * 2 ** Math.min(failures - 1, 30));
  return Math.max(Math.min(500, ceiling), Math.round(ceiling * random));
}
