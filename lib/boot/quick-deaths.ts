/** When a worker that died is replaced: at once, later, or not at all. */

/** A worker that dies younger than this, in milliseconds, probably died of what will kill the next one too. */
const young = 30_000;
/** Milliseconds before a worker is replaced whose predecessor died young; doubled with each further one. */
const firstDelay = 500;
/** So many quick deaths in a row and nobody is started any more. The delays before add up to 7.5 seconds. */
export const mostQuickDeaths = 5;

/**
 * @param quickDeaths how many workers in this one's place died young in a row before it
 * @param livedFor milliseconds
 * @returns how many it is now, and the milliseconds to wait before the next is started; null: start no other
 */
export function afterDeath(quickDeaths: number, livedFor: number): { quickDeaths: number; delay: number | null } {
  if (livedFor >= young) return { quickDeaths: 0, delay: 0 };
  const count = quickDeaths + 1;
  return { quickDeaths: count, delay: count >= mostQuickDeaths ? null : firstDelay * 2 ** (count - 1) };
}
