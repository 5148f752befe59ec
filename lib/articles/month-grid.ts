/** A month as weeks of days, for the calendar. Months are "2026-11", days "2026-11-24". Pure. */
import { addDays, dayInWords } from "@/lib/site-days";

const monthPattern = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

export type GridDay = { day: string; inMonth: boolean };

/** Reads a month out of an address; null for what is none. */
export function readMonth(text: string | null): string | null {
  return text !== null && monthPattern.test(text) ? text : null;
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month so many months later, or earlier with a negative number. */
export function addMonths(month: string, months: number): string {
  const moved = new Date(`${month}-01T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 7);
}

/** Whole weeks from Monday to Sunday (ISO 8601) that hold the month: four to six. */
export function monthGrid(month: string): GridDay[][] {
  const firstDay = `${month}-01`;
  const afterLast = `${addMonths(month, 1)}-01`;
  const weeks: GridDay[][] = [];
  for (let monday = addDays(firstDay, -weekdayOf(firstDay)); monday < afterLast; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    weeks.push(days.map((day) => ({ day, inMonth: monthOf(day) === month })));
  }
  return weeks;
}

/** For example "November 2026". */
export function monthInWords(month: string): string {
  return dayInWords(`${month}-01`, "month");
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
