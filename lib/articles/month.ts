/** Months and weeks of the site's own calendar. Pure. */
import { TZDate } from "@date-fns/tz";
import { addMonths, addWeeks, startOfWeek } from "date-fns";

/** @param month as YYYY-MM @returns the moments at which it begins, and at which the next one does */
export function monthRange(month: string, timeZone: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const from = new TZDate(year, number - 1, 1, timeZone);
  return { from: new Date(from.getTime()), to: new Date(addMonths(from, 1).getTime()) };
}

/** The beginnings of the last `count` weeks, the present one last. Weeks begin on Monday (ISO 8601). */
export function lastWeeks(moment: Date, timeZone: string, count: number): Date[] {
  const current = startOfWeek(new TZDate(moment.getTime(), timeZone), { weekStartsOn: 1 });
  return Array.from({ length: count }, (_, index) => new Date(addWeeks(current, index + 1 - count).getTime()));
}
