/** Pixels of the narrowest header that shows its menu, between the gutters; and, at its size of letters, of one letter. */
const narrowest = 1056;
const letter = 6.9;
/** Least that keeps two names of several words apart. Pixels. */
const gap = 14;

/**
 * Whether the names of a menu stand in one row of every wide screen. Decided here and not by the browser, which would count
 * with other letters until the page's own have come, and move the whole page when they do.
 */
export function fitsOneRow(labels: readonly string[]): boolean {
  const letters = labels.reduce((sum, label) => sum + label.length, 0);
  return letters * letter + (labels.length - 1) * gap <= narrowest;
}
