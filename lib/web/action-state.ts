/** What a form of the desk knows of its last sending. Pure: forms in the browser and actions on the server share it. */
import type { ErrorCode } from "@/lib/errors";

/** What was typed, by field name. Fields with several values have several. */
export type TypedValues = Record<string, string[]>;

export type FailedAction = {
  status: "failed";
  code: ErrorCode;
  /** For people; says what to do. */
  message: string;
  /** Problems by field path ("tags.0"). */
  fieldErrors: Record<string, string[]>;
  /** Given back, so that nothing has to be typed twice. Never passwords or codes. */
  values: TypedValues;
};

export type ActionState<Value = undefined> =
  { status: "idle" } | { status: "done"; value: Value; message: string | null } | FailedAction;

export const idle: ActionState<never> = { status: "idle" };

/** The type of a server action that a form uses. What it answered before, it does not look at. */
export type FormAction<Value = undefined> = (previous: unknown, form: FormData) => Promise<ActionState<Value>>;

const secret = /password|code|token/i;

/** Everything typed into a form but files, secrets and the framework's own fields. */
export function typedValues(form: FormData): TypedValues {
  const values: TypedValues = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || secret.test(name)) continue;
    (values[name] ??= []).push(value);
  }
  return values;
}
