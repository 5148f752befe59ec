import type { AuditFilter } from "./schema";

/** The filter that stands in an address. What is empty is not asked for; days that are none count as empty. */
export function readAuditFilter(get: (name: string) => string): Required<AuditFilter> {
  const text = (name: string, longest: number): string | null => get(name).trim().slice(0, longest) || null;
  const day = (name: string): string | null => (isDay(get(name)) ? get(name) : null);
  return {
    who: text("who", 254),
    action: text("action", 80),
    subjectType: text("subjectType", 40),
    subjectId: text("subjectId", 120),
    from: day("from"),
    to: day("to"),
  };
}

function isDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const moment = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(given);
}
