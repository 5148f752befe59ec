/** What somebody types into a field before it is a value. Pure. */

export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: string };

/** Typed and not settled yet. `reading` is what was made of it: sent on when it is a value, kept here when it is none. */
export type Draft<Value> = { text: string; reading: Reading<Value> };

/**
 * What the field shows: as typed while that says the value (or nothing valid), else the value, which somebody changed
 * elsewhere meanwhile.
 */
export function shownText<Value>(draft: Draft<Value> | null, value: Value, show: (value: Value) => string): string {
  if (draft === null) return show(value);
  if (!draft.reading.ok) return draft.text;
  return sameMoment(draft.reading.value, value) ? draft.text : show(value);
}

/** Dates are objects, but two of the same moment are the same value. */
function sameMoment(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return Object.is(a, b);
}
