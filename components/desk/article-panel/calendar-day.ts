/** Days of the site's calendar and the moments that stand for them. Pure. */
import { fromSiteTime, toSiteTime } from "@/lib/site-time";
import type { Reading } from "./draft";

/** The day of a moment, as a date field takes it: "2026-11-24". @param timeZone IANA name */
export function dayOf(moment: Date | null, timeZone: string): string {
  return moment === null ? "" : toSiteTime(moment, timeZone).slice(0, "2026-11-24".length);
}

/** Noon of a day: every time zone that is less than twelve hours away names the same day. Null for what is no day. */
export function noonOf(day: string, timeZone: string): Date | null {
  return fromSiteTime(`${day}T12:00`, timeZone);
}

/** Typing "2026" into a date field passes through the years 2, 20 and 202. */
const earliest = "1900-01-01";

/** A day in the past or today. */
export function readPastDay(text: string, timeZone: string, moment: Date): Reading<Date | null> {
  const day = text.trim();
  if (day === "") return { ok: true, value: null };
  const noon = noonOf(day, timeZone);
  if (!noon || day < earliest) return { ok: false, problem: "this is no day of the calendar" };
  if (day > dayOf(moment, timeZone)) return { ok: false, problem: "this day is still to come" };
  return { ok: true, value: noon };
}
