/** One table of everything that measureSpeed() found, at all sizes, with what it grew by. */
import { type Speed } from "./speed";
import { milliseconds, printColumns, type Summary } from "./statistics";

type Line = {
  what: string;
  /** How it is printed. */
  figures: (speed: Speed) => string;
  /** What is compared between sizes. */
  value: (speed: Speed) => number;
  target?: { text: string; met: (speed: Speed) => boolean };
};

const times = ({ median, p95 }: Summary): string => `${milliseconds(median)}, p95 ${milliseconds(p95)}`;
const perSecond = (rate: number): string => `${rate.toFixed(0)}/s`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

function rateLines(what: string, name: "hit" | "notModified" | "missing"): Line[] {
  return [
    { what, figures: (speed) => perSecond(speed[name].rate), value: (speed) => speed[name].rate },
    {
      what: `${what} / plain Node server`,
      figures: (speed) => speed[name].ofPlain.toFixed(2),
      value: (speed) => speed[name].ofPlain,
      target: name === "hit" ? { text: ">= 0.8", met: ({ hit }) => hit.ofPlain >= 0.8 } : undefined,
    },
    {
      what: `${what} / nginx static`,
      figures: (speed) => speed[name].ofNginx?.toFixed(2) ?? "no nginx",
      value: (speed) => speed[name].ofNginx ?? NaN,
    },
  ];
}

const lines: Line[] = [
  ...rateLines("article, hit", "hit"),
  ...rateLines("304", "notModified"),
  ...rateLines("404", "missing"),
  { what: "article, miss", figures: ({ missAlone }) => times(missAlone), value: ({ missAlone }) => missAlone.median },
  {
    what: "article, misses of 4 readers",
    figures: ({ missTogether }) => perSecond(missTogether.rate),
    value: ({ missTogether }) => missTogether.rate,
    target: { text: ">= 100/s", met: ({ missTogether }) => missTogether.rate >= 100 },
  },
  {
    what: "search, uncached",
    figures: ({ searchAlone }) => times(searchAlone),
    value: ({ searchAlone }) => searchAlone.median,
    target: { text: "p95 <= 80 ms", met: ({ searchAlone }) => searchAlone.p95 <= 80 },
  },
  {
    what: "searches of 4 readers",
    figures: ({ searchTogether }) => perSecond(searchTogether.rate),
    value: ({ searchTogether }) => searchTogether.rate,
    target: { text: ">= 100/s", met: ({ searchTogether }) => searchTogether.rate >= 100 },
  },
  { what: "list of articles at the desk", figures: ({ deskList }) => times(deskList), value: (s) => s.deskList.median },
  {
    what: "publish to visible",
    figures: ({ published }) => times(published),
    value: ({ published }) => published.median,
    target: { text: "60 ms, p95 <= 150 ms", met: ({ published }) => published.median <= 60 && published.p95 <= 150 },
  },
  {
    what: "memory of the worker before",
    figures: ({ memory }) => megabytes(memory.before),
    value: (s) => s.memory.before,
  },
  {
    what: "memory of the worker after",
    figures: ({ memory }) => megabytes(memory.after),
    value: ({ memory }) => memory.after,
    target: { text: "<= 350 MB", met: ({ memory }) => memory.after <= 350 * 1024 * 1024 },
  },
];

/** @param sizes numbers of articles with what was measured there, ascending */
export function printSpeed(title: string, sizes: readonly (readonly [number, Speed])[]): void {
  const rows = lines.map(({ what, figures, value, target }) => {
    const measured = sizes.map(([, speed]) => figures(speed));
    const [smallest, largest] = [sizes[0]?.[1], sizes.at(-1)?.[1]];
    const growth = sizes.length > 1 && smallest && largest ? (value(largest) / value(smallest)).toFixed(2) : "";
    const met = target && largest ? (sizes.every(([, speed]) => target.met(speed)) ? "yes" : "NO") : "";
    return [what, ...measured, growth, target?.text ?? "", met];
  });
  const columns = sizes.map(([articles]) => `${articles.toLocaleString("en")} articles`);
  printColumns(title, [["what", ...columns, "largest / smallest", "target", "met"], ...rows]);
}
