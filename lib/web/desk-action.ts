/** Server actions of the desk: who asks, what went wrong, and what was typed, in one place. */
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { UserActor } from "@/lib/auth/require-account";
import { AppError } from "@/lib/errors";
import { InputError } from "@/lib/input";
import { log } from "@/lib/log";
import { typedValues, type ActionState, type FailedAction, type FormAction } from "./action-state";
import { deskUserOrNull } from "./desk-session";

/**
 * Makes a server action of one call of a verb. Errors come back as form state with what was typed; Next's own signals
 * (redirects) pass. After success the page is read again.
 * @param run calls the verb; its answer is the value of the state
 * @param message shown after success
 */
export function deskAction<Value>(
  run: (user: UserActor, form: FormData) => Promise<Value>,
  message: string | ((value: Value) => string) | null = null,
): FormAction<Value> {
  return async (_previous, form) => {
    const user = await deskUserOrNull();
    if (!user) return signedOut(form);
    return performAction(form, async () => {
      const value = await run(user, form);
      refresh();
      return { value, message: typeof message === "function" ? message(value) : message };
    });
  };
}

/** The same for forms that nobody has to be signed in for. */
export function openAction<Value>(run: (form: FormData) => Promise<Value>): FormAction<Value> {
  return (_previous, form) => performAction(form, async () => ({ value: await run(form), message: null }));
}

async function performAction<Value>(
  form: FormData,
  run: () => Promise<{ value: Value; message: string | null }>,
): Promise<ActionState<Value>> {
  try {
    return { status: "done", ...(await run()) };
  } catch (error) {
    unstable_rethrow(error);
    return failedState(error, form);
  }
}

/** What a form is told of an error. Unexpected ones are logged and not shown. */
export function failedState(error: unknown, form: FormData): FailedAction {
  const values = typedValues(form);
  if (error instanceof InputError) {
    const message = "Something in the form needs another look.";
    return { status: "failed", code: error.code, message, fieldErrors: error.fields, values };
  }
  if (error instanceof AppError) {
    return { status: "failed", code: error.code, message: error.message, fieldErrors: {}, values };
  }
  log().error({ err: error }, "an action of the desk failed");
  const message = "Something went wrong on our side. Nothing was changed; please try again.";
  return { status: "failed", code: "internal", message, fieldErrors: {}, values };
}

function signedOut(form: FormData): FailedAction {
  const message = "You are no longer signed in. Sign in again in another tab, then send this form once more.";
  return { status: "failed", code: "forbidden", message, fieldErrors: {}, values: typedValues(form) };
}
