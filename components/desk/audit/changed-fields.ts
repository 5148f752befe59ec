/** Null stands for a field that was not there. */
export type FieldDifference = { field: string; before: string | null; after: string | null };

type Values = Record<string, unknown> | null;

/** The fields that differ between two states, as text to read; of one state alone, all its fields. */
export function changedFields(before: Values, after: Values): FieldDifference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) }))
    .filter((difference) => difference.before !== difference.after);
}

function textOf(values: Values, field: string): string | null {
  const value = values?.[field];
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
