import type { PlacedEntry } from "@/components/desk/calendar/calendar-entry";
import { addMonths, monthGrid } from "@/lib/articles/month-grid";
import { getCalendar } from "@/lib/articles/queries/calendar";
import type { UserActor } from "@/lib/auth/require-account";
import { dayOf } from "@/lib/site-days";

/**
 * What the weeks of a month hold, with the days of its neighbours that stand in the same weeks.
 * @throws AppError "forbidden"
 */
export async function readEntries(user: UserActor, month: string, timeZone: string): Promise<PlacedEntry[]> {
  const days = new Set(
    monthGrid(month)
      .flat()
      .map(({ day }) => day),
  );
  const months = await Promise.all(
    [-1, 0, 1].map((distance) => getCalendar(user, { month: addMonths(month, distance) })),
  );
  return months
    .flatMap(({ entries }) => entries)
    .map((entry) => ({ ...entry, day: dayOf(entry.at, timeZone) }))
    .filter(({ day }) => days.has(day));
}
