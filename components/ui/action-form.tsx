"use client";
import {
  startTransition,
  use,
  useActionState,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useTransition,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { toast } from "sonner";
import { idle, type FormAction } from "@/lib/web/action-state";
import { Button, type ButtonProps } from "./button";
import { FormContext } from "./form-context";
import { Notice } from "./notice";

type ActionFormProps<Value> = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: FormAction<Value>;
  /** After success. */
  onDone?: (value: Value) => void;
  /** Runs before sending, for what must be done first; may add to the data. False: it is not sent, and says why itself. */
  prepare?: (data: FormData) => Promise<boolean>;
  /** Empties the fields after success: for forms that add one thing after another. */
  resetWhenDone?: boolean;
  /** The form itself says what is wrong, in words of its own: general ones above it would add nothing. */
  saysWhatIsWrong?: boolean;
  children: ReactNode;
};

const nothing = {};

/**
 * A form that a server action answers. Works before scripts have loaded; with them it shows that it is being sent, keeps
 * what was typed after an error, says what is wrong at the field, and moves the focus there.
 */
export function ActionForm<Value>({
  action,
  onDone,
  prepare,
  resetWhenDone = false,
  saysWhatIsWrong = false,
  children,
  ...rest
}: ActionFormProps<Value>): ReactElement {
  const [state, send, sending] = useActionState(typeof window === "undefined" ? action : told(action), idle);
  const [preparing, startPreparing] = useTransition();
  const pending = sending || preparing;
  const form = useRef<HTMLFormElement>(null);
  const announceDone = useEffectEvent((value: Value) => {
    if (resetWhenDone) form.current?.reset();
    onDone?.(value);
  });
  useEffect(() => {
    if (state.status === "done") announceDone(state.value);
    if (state.status === "failed") {
      const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      (first ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
    }
  }, [state]);
  // Sent by hand, because React empties a form that it sends by itself.
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startPreparing(async () => {
      if (prepare && !(await prepare(data))) return;
      // After waiting, React wants to be told again that this is a transition.
      startTransition(() => {
        send(data);
      });
    });
  };
  const failed = state.status === "failed" ? state : null;
  const facts = useMemo(
    () => ({ values: failed?.values ?? null, errors: failed?.fieldErrors ?? nothing, pending }),
    [failed, pending],
  );
  return (
    <form {...rest} ref={form} action={send} onSubmit={submit} noValidate>
      <FormContext value={facts}>
        {failed && !(saysWhatIsWrong && failed.code === "invalid") && <Notice tone="danger">{failed.message}</Notice>}
        {children}
      </FormContext>
    </form>
  );
}

/**
 * The same action, which says itself that it is done: the answer may take away the very form that asked, with its row. On
 * the server the action stays as it is, so that the form can be sent before scripts have loaded.
 */
function told<Value>(action: FormAction<Value>): FormAction<Value> {
  return async (previous, data) => {
    const state = await action(previous, data);
    if (state.status === "done" && state.message) toast.success(state.message);
    return state;
  };
}

/** The button that sends the form around it. */
export function SubmitButton({ look = "primary", ...rest }: ButtonProps): ReactElement {
  const { pending } = use(FormContext);
  return <Button {...rest} type="submit" look={look} pending={pending} />;
}
