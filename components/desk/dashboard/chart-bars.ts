/** The chart of publishing as plain numbers. Pure. */

/** Units of the drawing; it is stretched to the place it gets. */
export const chartSize = { width: 260, height: 100 };
/** Share of a week's width that its bar fills. */
const barShare = 0.8;
/** A week with one article must not look like one with none. */
const leastHeight = 2;

export type Week = { start: Date; published: number };
export type Bar = { x: number; y: number; width: number; height: number };

/** The end of the scale: 1, 2 or 5 times a power of ten, and at least 5, so that two articles do not look like a record. */
export function scaleEnd(most: number): number {
  const least = Math.max(5, most);
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
}

/** One bar a week, from left to right. */
export function chartBars(counts: number[]): Bar[] {
  const end = scaleEnd(Math.max(0, ...counts));
  const step = chartSize.width / Math.max(1, counts.length);
  return counts.map((count, index) => {
    const height = count === 0 ? 0 : Math.max(leastHeight, (count / end) * chartSize.height);
    const x = (index + (1 - barShare) / 2) * step;
    return { x, y: chartSize.height - height, width: step * barShare, height };
  });
}

/** "12 articles in 26 weeks; 3 in this one." */
export function chartSummary(weeks: Week[]): string {
  const total = weeks.reduce((sum, { published }) => sum + published, 0);
  const articles = total === 1 ? "1 article" : `${total.toLocaleString("en-US")} articles`;
  return `${articles} in ${String(weeks.length)} weeks; ${String(weeks.at(-1)?.published ?? 0)} in this one.`;
}
