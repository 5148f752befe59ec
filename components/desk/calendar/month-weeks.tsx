"use client";
import { useDroppable } from "@dnd-kit/core";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import type { GridDay } from "@/lib/articles/month-grid";
import { dayInWords } from "@/lib/site-days";
import { entryId, type PlacedEntry } from "./calendar-entry";
import { EntryCard } from "./entry-card";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type MonthWeeksProps = {
  weeks: GridDay[][];
  byDay: ReadonlyMap<string, PlacedEntry[]>;
  timeZone: string;
  today: string;
  onMove: ((entry: PlacedEntry) => void) | null;
};

/** A month as a table of weeks, for wide screens. */
export function MonthWeeks({ weeks, ...rest }: MonthWeeksProps): ReactElement {
  return (
    <table className="border-line bg-raised w-full table-fixed border-collapse border">
      <caption className="sr-only">Entries by day</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="border-line px-2 py-1.5 text-sm font-semibold text-quiet border">
              <abbr title={weekday} className="no-underline">
                {weekday.slice(0, 3)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]?.day}>
            {days.map((day) => (
              <DayCell key={day.day} {...day} {...rest} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = GridDay & Omit<MonthWeeksProps, "weeks">;

function DayCell({ day, inMonth, byDay, timeZone, today, onMove }: DayCellProps): ReactElement {
  const { setNodeRef, isOver } = useDroppable({ id: day });
  const isToday = day === today;
  return (
    <td
      ref={setNodeRef}
      aria-current={isToday ? "date" : undefined}
      className={classNames(
        "h-28 border-line p-1 border align-top",
        !inMonth && "bg-sunken/60",
        isOver && "outline-accent outline-2 -outline-offset-2",
      )}
    >
      <p className="mb-1 flex justify-end">
        <time
          dateTime={day}
          className={classNames(
            "px-1.5 text-sm rounded-full tabular-nums",
            isToday ? "bg-accent font-bold text-on-accent" : inMonth ? "text-ink" : "text-quiet",
          )}
        >
          <span aria-hidden>{Number(day.slice(8))}</span>
          <span className="sr-only">
            {dayInWords(day)}
            {isToday && ", today"}
          </span>
        </time>
      </p>
      <ul className="gap-1 grid">
        {(byDay.get(day) ?? []).map((entry) => (
          <li key={entryId(entry)}>
            <EntryCard entry={entry} timeZone={timeZone} onMove={entry.movable ? onMove : null} />
          </li>
        ))}
      </ul>
    </td>
  );
}
