/** Equality of JSON values. */

/**
 * A text that is the same for equal values and different for different ones: keys sorted, absent and undefined alike, dates
 * as ISO strings. Postgres gives JSON back with its keys in another order, so plain `JSON.stringify` would not do.
 */
export function valueKey(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value, sortKeys);
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || valueKey(a) === valueKey(b);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
