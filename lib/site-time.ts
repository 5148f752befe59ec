/** Moments as the newsroom types and reads them: wall-clock time in the site's time zone (an IANA name). */
import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

const typed = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The moment that a date-time field means. An hour that daylight saving skips is read as the one after it; of an hour
 * that comes twice, the first is meant.
 * @param text as a field of the type datetime-local gives it: "2026-11-24T09:30"
 * @returns null when the text is no such time
 */
export function fromSiteTime(text: string, timeZone: string): Date | null {
  const match = typed.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const there = new TZDate(year, month - 1, day, hour, minute, timeZone);
  // "2026-02-31" would silently become another day.
  if (there.getMonth() !== month - 1 || there.getDate() !== day) return null;
  const anHourBefore = new Date(there.getTime() - 3_600_000);
  return toSiteTime(anHourBefore, timeZone) === text.trim() ? anHourBefore : new Date(there.getTime());
}

/** The text of a datetime-local field for a moment: "2026-11-24T09:30". */
export function toSiteTime(moment: Date, timeZone: string): string {
  return format(new TZDate(moment.getTime(), timeZone), "yyyy-MM-dd'T'HH:mm");
}
