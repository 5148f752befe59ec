/** Figures of a series of measurements, and how they are printed. */

export type Summary = { median: number; p95: number; max: number; count: number };

/** Nearest-rank percentiles. */
export function summarise(values: number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { median: at(0.5), p95: at(0.95), max: at(1), count: sorted.length };
}

export type Row = { what: string; figures: string; target: string; met: boolean | null };

/** A table for terminals and for pasting into Markdown. */
export function printTable(title: string, rows: Row[]): void {
  const cells = rows.map(({ what, figures, target, met }) => [
    what,
    figures,
    target,
    met === null ? "" : met ? "yes" : "NO",
  ]);
  printColumns(title, [["what", "measured", "target", "met"], ...cells]);
}

/** The same of any columns. @param rows of equal length, the heading first */
export function printColumns(title: string, [heading = [], ...rows]: string[][]): void {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  process.stdout.write(`\n${title}\n\n${[line(heading), rule, ...rows.map(line)].join("\n")}\n`);
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
