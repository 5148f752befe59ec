"use client";
import { CircleAlert } from "lucide-react";
import { use, useId, useMemo, type ComponentProps, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldContext, FormContext, useField } from "./form-context";

type FieldProps = {
  label: ReactNode;
  /** Name of the value in the form, and the path of its problems. */
  name: string;
  hint?: ReactNode;
  /** Problems known here already; those of the form come by themselves. */
  error?: string | null;
  /** Only read out: for fields whose place says what they are. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, one control, what helps to fill it in, and what is wrong with it. */
export function Field({ label, name, hint, error, hideLabel, className, children }: FieldProps): ReactElement {
  const id = useId();
  const { values, errors } = use(FormContext);
  const problems = [...(error ? [error] : []), ...(errors[name] ?? [])];
  const problemText = problems.join(". ");
  const described = [hint ? `${id}-hint` : "", problemText ? `${id}-error` : ""].filter(Boolean).join(" ");
  const facts = useMemo(
    () => ({
      id,
      name,
      describedBy: described || undefined,
      invalid: problemText !== "",
      typed: values ? (values[name] ?? []) : undefined,
    }),
    [id, name, described, problemText, values],
  );
  return (
    <div className={classNames("gap-1 grid content-start", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-semibold"}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <FieldContext value={facts}>{children}</FieldContext>
      {problemText && <FieldError id={`${id}-error`}>{problemText}</FieldError>}
    </div>
  );
}

function FieldError({ id, children }: { id: string; children: string }): ReactElement {
  return (
    <p id={id} className="gap-1.5 text-sm text-danger flex items-start">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="first-letter:uppercase">{children}</span>
    </p>
  );
}

export const controlClass =
  "w-full min-w-0 rounded-md border border-line-strong bg-raised px-3 text-ink placeholder:text-quiet aria-invalid:border-danger disabled:opacity-60";

function useControl() {
  const { id, name, describedBy, invalid, typed } = useField();
  return {
    typed,
    attributes: { id, name, "aria-describedby": describedBy, "aria-invalid": invalid ? true : undefined },
  };
}

export function TextInput({ className, defaultValue, ...rest }: ComponentProps<"input">): ReactElement {
  const { typed, attributes } = useControl();
  const initial = rest.value === undefined ? { defaultValue: typed?.[0] ?? defaultValue } : {};
  return <input {...attributes} {...initial} {...rest} className={classNames(controlClass, "min-h-10", className)} />;
}

export function TextArea({ className, defaultValue, ...rest }: ComponentProps<"textarea">): ReactElement {
  const { typed, attributes } = useControl();
  const initial = rest.value === undefined ? { defaultValue: typed?.[0] ?? defaultValue } : {};
  return (
    <textarea
      rows={4}
      {...attributes}
      {...initial}
      {...rest}
      className={classNames(controlClass, "min-h-20 py-2 field-sizing-content", className)}
    />
  );
}

export function Select({ className, defaultValue, ...rest }: ComponentProps<"select">): ReactElement {
  const { typed, attributes } = useControl();
  const chosen = typed?.[0] ?? defaultValue;
  const initial = rest.value === undefined ? { defaultValue: chosen } : {};
  // A new key: React sets the choice of an uncontrolled select only when it is made.
  const key = rest.value === undefined ? String(chosen) : undefined;
  return (
    <select
      key={key}
      {...attributes}
      {...initial}
      {...rest}
      className={classNames(controlClass, "min-h-10", className)}
    />
  );
}
