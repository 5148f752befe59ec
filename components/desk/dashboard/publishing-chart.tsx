import type { ReactElement } from "react";
import { Card } from "@/components/ui/card";
import { Cell, HeaderCell, RowHeader, Table } from "@/components/ui/table";
import { dayInWords, dayOf } from "@/lib/site-days";
import { chartBars, chartSize, chartSummary, scaleEnd, type Week } from "./chart-bars";

/** How many articles appeared, week by week; the same numbers as a table below. */
export function PublishingChart({ weeks, timeZone }: { weeks: Week[]; timeZone: string }): ReactElement {
  const counts = weeks.map(({ published }) => published);
  const bars = chartBars(counts);
  const named = weeks.map(({ start, published }) => ({ day: dayInWords(dayOf(start, timeZone)), published }));
  const [first, middle, last] = [named[0], named[Math.floor(named.length / 2)], named.at(-1)];
  return (
    <Card title="Published each week" description={chartSummary(weeks)}>
      <div className="gap-2 text-xs text-quiet grid grid-cols-[auto_1fr]">
        <div aria-hidden className="flex flex-col justify-between text-right tabular-nums">
          <span>{scaleEnd(Math.max(0, ...counts))}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={`Articles published each week. ${chartSummary(weeks)}`}
          viewBox={`0 0 ${String(chartSize.width)} ${String(chartSize.height)}`}
          preserveAspectRatio="none"
          className="h-40 border-line-strong w-full border-b"
        >
          {bars.map((bar, index) => (
            <rect key={named[index]?.day} {...bar} className="fill-accent">
              <title>{`Week of ${named[index]?.day ?? ""}: ${String(named[index]?.published ?? 0)}`}</title>
            </rect>
          ))}
        </svg>
        <div aria-hidden className="col-start-2 flex justify-between">
          <span>{first?.day}</span>
          <span className="sm:inline hidden">{middle?.day}</span>
          <span>{last?.day}</span>
        </div>
      </div>
      <details className="mt-3">
        <summary className="text-sm text-accent underline">As a table</summary>
        <div className="mt-2 max-h-80 overflow-y-auto">
          <Table label="Articles published each week">
            <thead>
              <tr>
                <HeaderCell>Week of</HeaderCell>
                <HeaderCell>Published</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {[...named].reverse().map(({ day, published }) => (
                <tr key={day}>
                  <RowHeader>{day}</RowHeader>
                  <Cell>{published}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Card>
  );
}
