/** Which page numbers a list of pages shows. */

/** Neighbours shown on each side of the present page. */
const reach = 1;

/** A page, or null for a gap that stands for two pages or more. */
export type PageStep = number | null;

/** For example page 6 of 20: 1, gap, 5, 6, 7, gap, 20. A gap of one page is that page. */
export function pageWindow(page: number, pages: number): PageStep[] {
  const shown = new Set([1, pages]);
  for (let number = page - reach; number <= page + reach; number += 1) {
    if (number >= 1 && number <= pages) shown.add(number);
  }
  const steps: PageStep[] = [];
  let last = 0;
  for (const number of [...shown].sort((a, b) => a - b)) {
    if (number - last === 2) steps.push(last + 1);
    else if (number - last > 2) steps.push(null);
    steps.push(number);
    last = number;
  }
  return steps;
}
