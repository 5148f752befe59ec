/** FormData as plain values, for verbs to check. Says nothing of what is allowed: that is the verb's schema. */

const readers = {
  /** "" when the field is missing. */
  text: (form: FormData, name: string): string => asText(form.get(name)),
  /** Null when nothing was typed. */
  "text?": (form: FormData, name: string): string | null => asText(form.get(name)).trim() || null,
  /** NaN when it is no number, which every schema refuses. */
  number: (form: FormData, name: string): number => toNumber(asText(form.get(name))),
  "number?": (form: FormData, name: string): number | null => {
    const text = asText(form.get(name)).trim();
    return text === "" ? null : toNumber(text);
  },
  /** A check box. */
  flag: (form: FormData, name: string): boolean => form.get(name) !== null && form.get(name) !== "false",
  texts: (form: FormData, name: string): string[] => form.getAll(name).map(asText),
  numbers: (form: FormData, name: string): number[] => form.getAll(name).map((value) => toNumber(asText(value))),
  /** An ISO moment; an invalid date when it is none, which every schema refuses. */
  "date?": (form: FormData, name: string): Date | null => {
    const text = asText(form.get(name)).trim();
    return text === "" ? null : new Date(text);
  },
} as const;

type Kind = keyof typeof readers;
type Read<Shape extends Record<string, Kind>> = { [Name in keyof Shape]: ReturnType<(typeof readers)[Shape[Name]]> };

/**
 * @param shape what each field is, for example `{ name: "text", tagIds: "numbers", until: "date?" }`
 */
export function readForm<const Shape extends Record<string, Kind>>(form: FormData, shape: Shape): Read<Shape> {
  const entries = Object.entries(shape).map(([name, kind]) => [name, readers[kind](form, name)]);
  return Object.fromEntries(entries) as Read<Shape>;
}

function asText(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
