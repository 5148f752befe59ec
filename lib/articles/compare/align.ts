/** Longest common subsequence: what two lists have in common, in order. */

/** Cells of the table beyond which only the common start and end are matched (some 8 MB, some 20 ms). */
const largestTable = 4_000_000;

/** Pairs of indexes [in a, in b] of equal entries, both rising. */
export function align(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  const middle = alignMiddle(a.slice(start, endA), b.slice(start, endB));
  for (const [inA, inB] of middle) pairs.push([inA + start, inB + start]);
  for (let index = 0; endA + index < a.length; index += 1) pairs.push([endA + index, endB + index]);
  return pairs;
}

function alignMiddle(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > largestTable) return [];
  // lengths[i * width + j]: of the longest common subsequence of a from i on and b from j on.
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Two lists cut at what they have in common: equal entries one by one, and between them what differs. */
export type Stretch =
  { equal: true; a: number; b: number } | { equal: false; a: [number, number]; b: [number, number] };

/** Together the stretches cover both lists, in order. */
export function stretches(a: readonly string[], b: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let nextA = 0;
  let nextB = 0;
  for (const [inA, inB] of [...align(a, b), [a.length, b.length] as const]) {
    if (inA > nextA || inB > nextB) found.push({ equal: false, a: [nextA, inA], b: [nextB, inB] });
    if (inA < a.length) found.push({ equal: true, a: inA, b: inB });
    nextA = inA + 1;
    nextB = inB + 1;
  }
  return found;
}
