/** The rule of `stateAt` (./states.ts) in SQL. A test compares the two. */
import type { ArticleState } from "./states";

/**
 * The state of a row of `article` at a moment.
 * @param alias of the table in the statement
 * @param moment a placeholder such as "$1", holding clock.now()
 */
export function stateSql(alias: string, moment: string): string {
  return `CASE
    WHEN ${alias}.state NOT IN ('scheduled', 'published') THEN ${alias}.state
    WHEN ${alias}.state = 'scheduled' AND (${alias}.public_from IS NULL OR ${alias}.public_from > ${moment}) THEN 'scheduled'
    WHEN ${alias}.public_until <= ${moment} THEN 'withdrawn'
    ELSE 'published' END`;
}

/** Whether a row is in a state at a moment, written so that the indexes of the table answer it. */
export function isInStateSql(state: ArticleState, alias: string, moment: string): string {
  const started = `(${alias}.state = 'published' OR (${alias}.state = 'scheduled' AND ${alias}.public_from <= ${moment}))`;
  switch (state) {
    case "scheduled":
      return `${alias}.state = 'scheduled' AND (${alias}.public_from IS NULL OR ${alias}.public_from > ${moment})`;
    case "published":
      return `${started} AND (${alias}.public_until IS NULL OR ${alias}.public_until > ${moment})`;
    case "withdrawn":
      return `(${alias}.state = 'withdrawn' OR (${started} AND ${alias}.public_until <= ${moment}))`;
    default:
      return `${alias}.state = '${state}'`;
  }
}
