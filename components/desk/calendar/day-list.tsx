import { CalendarDays } from "lucide-react";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { GridDay } from "@/lib/articles/month-grid";
import { dayInWords } from "@/lib/site-days";
import { entryId, kindWords, type PlacedEntry } from "./calendar-entry";
import { EntryMenu, EntryWords } from "./entry-card";

type DayListProps = {
  weeks: GridDay[][];
  byDay: ReadonlyMap<string, PlacedEntry[]>;
  timeZone: string;
  today: string;
  onMove: ((entry: PlacedEntry) => void) | null;
};

/** The days of a month that hold something, one below the other, for narrow screens. */
export function DayList({ weeks, byDay, timeZone, today, onMove }: DayListProps): ReactElement {
  const days = weeks.flat().filter(({ day, inMonth }) => inMonth && (byDay.has(day) || day === today));
  if (!days.some(({ day }) => byDay.has(day))) {
    return (
      <EmptyState icon={CalendarDays} title="Nothing in this month">
        Articles stand here on the day they are published or planned for.
      </EmptyState>
    );
  }
  return (
    <ol className="gap-4 grid">
      {days.map(({ day }) => (
        <li key={day} aria-current={day === today ? "date" : undefined}>
          <h3 className={classNames("mb-1 font-semibold", day === today && "text-accent")}>
            {dayInWords(day, "full")}
            {day === today && " (today)"}
          </h3>
          <ul className="gap-1 grid">
            {(byDay.get(day) ?? []).map((entry) => (
              <li
                key={entryId(entry)}
                className={classNames(
                  "gap-2 rounded border-line bg-raised px-3 py-2 flex items-start border border-l-4",
                  kindWords[entry.kind].look,
                )}
              >
                <EntryWords entry={entry} timeZone={timeZone} />
                {entry.movable && onMove && <EntryMenu entry={entry} onMove={onMove} />}
              </li>
            ))}
            {!byDay.has(day) && <li className="text-sm text-quiet">Nothing today.</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
