/** How dates are written for readers and programs, in the site's own time zone (SiteSettings.timeZone, an IANA name). */
import { tzOffset } from "@date-fns/tz";

const styles = {
  /** November 16, 2026 */
  long: { year: "numeric", month: "long", day: "numeric" },
  /** Nov 16, 2026 */
  short: { year: "numeric", month: "short", day: "numeric" },
  /** Nov 16, 2026, 9:30 AM GMT+1 */
  moment: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
  /** November 2026 */
  month: { year: "numeric", month: "long" },
  /** 2026 */
  year: { year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof styles;

/** Making a formatter costs far more than using it, and a page has dozens of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(moment: Date, timeZone: string, style: Style): string {
  const key = `${style} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", { ...styles[style], timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(moment);
}

/** For example "November 16, 2026". */
export function longDate(moment: Date, timeZone: string): string {
  return format(moment, timeZone, "long");
}

/** For example "Nov 16, 2026". */
export function shortDate(moment: Date, timeZone: string): string {
  return format(moment, timeZone, "short");
}

/** For example "Nov 16, 2026, 9:30 AM GMT+1": for who works with the site's time zone. */
export function dateAndTime(moment: Date, timeZone: string): string {
  return format(moment, timeZone, "moment");
}

/** For example "November 2026". */
export function monthAndYear(moment: Date, timeZone: string): string {
  return format(moment, timeZone, "month");
}

/** For example "2026". */
export function calendarYear(moment: Date, timeZone: string): string {
  return format(moment, timeZone, "year");
}

/** Whether two moments fall on the same day of the site's calendar. */
export function isSameDay(a: Date, b: Date, timeZone: string): boolean {
  return longDate(a, timeZone) === longDate(b, timeZone);
}

/** ISO 8601 with the offset that the zone has at that moment: "2026-11-16T09:30:00+01:00". */
export function isoMoment(moment: Date, timeZone: string): string {
  const minutes = Math.round(tzOffset(timeZone, moment));
  const there = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, "2026-11-16T09:30:00".length);
  const distance = Math.abs(minutes);
  return `${there}${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** The day in the site's calendar: "2026-11-16". */
export function isoDay(moment: Date, timeZone: string): string {
  return isoMoment(moment, timeZone).slice(0, 10);
}
