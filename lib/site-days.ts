/**
 * Days of the site's own calendar, written "2026-11-24", for the desk: a day there is a day on the site's wall, not on that
 * of the browser. Pure: the same on the server and in a browser. Times of day are in site-time.ts.
 */
import { fromSiteTime, toSiteTime } from "./site-time";

const minute = 60_000;

/** The day of a moment. @param timeZone an IANA name */
export function dayOf(moment: Date, timeZone: string): string {
  return toSiteTime(moment, timeZone).slice(0, 10);
}

/** The first moment of a day; null for what is no day ("2026-02-30"). */
export function startOfDay(day: string, timeZone: string): Date | null {
  return fromSiteTime(`${day}T00:00`, timeZone);
}

/** The day so many days later, or earlier with a negative number. */
export function addDays(day: string, days: number): string {
  // Days alone have no clock, so counting them in UTC is exact.
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/**
 * The same time of day on another day, by the clock on the wall: 09:30 stays 09:30 when clocks are changed in between. A
 * time that the day skips becomes the one an hour later; of a time that it has twice, the first is meant.
 * @returns null when `day` is no day
 */
export function moveToDay(moment: Date, day: string, timeZone: string): Date | null {
  const moved = fromSiteTime(`${day}T${timeOfDay(moment, timeZone)}`, timeZone);
  // Time zones differ by whole minutes, so what is below a minute is the same everywhere.
  return moved && new Date(moved.getTime() + (moment.getTime() % minute));
}

/** For example "09:30". */
export function timeOfDay(moment: Date, timeZone: string): string {
  return toSiteTime(moment, timeZone).slice(11);
}

/** For example "Nov 24, 2026, 09:30". 24 hours, since browsers and servers write "9:30 AM" with different spaces. */
export function dayAndTime(moment: Date, timeZone: string): string {
  return `${dayInWords(dayOf(moment, timeZone))}, ${timeOfDay(moment, timeZone)}`;
}

const wordStyles = {
  /** Nov 24, 2026 */
  short: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" }),
  /** Tuesday, November 24, 2026 */
  full: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: "full" }),
  /** November 2026 */
  month: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "long" }),
};

/** A day in words. */
export function dayInWords(day: string, style: keyof typeof wordStyles = "short"): string {
  return wordStyles[style].format(new Date(`${day}T00:00:00Z`));
}
