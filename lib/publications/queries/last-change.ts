/** When anything that readers see changed last. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";

/**
 * As an expression: by an editor (an article, a tag's name, a help line, a withdrawal) or by time alone (a scheduled
 * version, a planned end). Later than need be for an answer that the change does not touch, and never too early: whoever
 * asks with a date alone is sent an equal answer once more, not an old one.
 * @param parameter a placeholder such as "$1", holding clock.now()
 */
export function lastChangeAt(parameter: string): string {
  return `greatest((SELECT changed_at FROM content_version),
    (SELECT max(visible_from) FROM publication WHERE visible_from <= ${parameter}),
    (SELECT max(visible_until) FROM publication WHERE visible_until <= ${parameter}))`;
}

export async function findLastChange(): Promise<Date> {
  const moment = now();
  const [row] = await sql<{ at: Date }>(`SELECT ${lastChangeAt("$1")} AS at`, [moment]);
  return row?.at ?? moment;
}
