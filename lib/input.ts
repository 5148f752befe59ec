import type { z } from "zod";
import { AppError } from "./errors";

/** Problems by field path ("tags.0"), for forms that keep the typed text. */
export class InputError extends AppError {
  override name = "InputError";
  readonly fields: Record<string, string[]>;

  constructor(fields: Record<string, string[]>) {
    const lines = Object.entries(fields).map(([field, problems]) => `${field || "input"}: ${problems.join(", ")}`);
    super("invalid", lines.join("; "));
    this.fields = fields;
  }
}

/** Parses what a caller handed to a verb. @throws InputError with every problem, by field */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string[]> = {};
  for (const issue of result.error.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  throw new InputError(fields);
}
