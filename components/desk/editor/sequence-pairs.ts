/** Which elements of one sequence stand for which of another. */

/** Indexes into the old and the new sequence. */
export type Pair = readonly [old: number, target: number];
type Same = (old: number, target: number) => boolean;
type Range = { oldFrom: number; oldTo: number; newFrom: number; newTo: number };

/** Up to this many comparisons are made in one gap (milliseconds); in larger ones nothing is paired. */
const mostComparisons = 250_000;

/**
 * Pairs in ascending order, by several measures: elements that the first calls the same, in the gaps between them those
 * of the second, and so on. Within a measure as many as possible (longest common subsequence).
 */
export function pairSequences(oldCount: number, newCount: number, measures: readonly Same[]): Pair[] {
  return pairsIn({ oldFrom: 0, oldTo: oldCount, newFrom: 0, newTo: newCount }, measures);
}

function pairsIn(range: Range, measures: readonly Same[]): Pair[] {
  const [same, ...rest] = measures;
  if (!same || range.oldFrom === range.oldTo || range.newFrom === range.newTo) return [];
  const found = pairsBy(range, same);
  const pairs: Pair[] = [];
  let { oldFrom, newFrom } = range;
  for (const [old, target] of [...found, [range.oldTo, range.newTo] as const]) {
    pairs.push(...pairsIn({ oldFrom, oldTo: old, newFrom, newTo: target }, rest));
    if (old < range.oldTo) pairs.push([old, target]);
    oldFrom = old + 1;
    newFrom = target + 1;
  }
  return pairs;
}

/** What both begin and end with is paired at once: an article of hundreds of blocks changes in one of them. */
function pairsBy(range: Range, same: Same): Pair[] {
  const start: Pair[] = [];
  let { oldFrom, oldTo, newFrom, newTo } = range;
  while (oldFrom < oldTo && newFrom < newTo && same(oldFrom, newFrom)) start.push([oldFrom++, newFrom++]);
  const end: Pair[] = [];
  while (oldTo > oldFrom && newTo > newFrom && same(oldTo - 1, newTo - 1)) end.push([--oldTo, --newTo]);
  const middle = longestCommon({ oldFrom, oldTo, newFrom, newTo }, same);
  return [...start, ...middle, ...end.reverse()];
}

function longestCommon({ oldFrom, oldTo, newFrom, newTo }: Range, same: Same): Pair[] {
  const rows = oldTo - oldFrom;
  const width = newTo - newFrom + 1;
  if (rows * (width - 1) > mostComparisons) return [];
  // remaining[row, column]: the longest result from there on.
  const remaining = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => remaining[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = width - 2; column >= 0; column -= 1) {
      remaining[row * width + column] = same(oldFrom + row, newFrom + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < width - 1) {
    if (same(oldFrom + row, newFrom + column)) pairs.push([oldFrom + row++, newFrom + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
