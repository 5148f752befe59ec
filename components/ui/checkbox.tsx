"use client";
import { use, useId, type ComponentProps, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names";
import { FormContext } from "./form-context";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; name: string; hint?: ReactNode };

/** A box with its label behind it. */
export function Checkbox({ label, hint, name, defaultChecked, className, ...rest }: CheckboxProps): ReactElement {
  const id = useId();
  const { values, errors } = use(FormContext);
  const problem = errors[name]?.join(". ");
  const note = problem ?? hint;
  const typed = values ? (values[name] ?? []).includes(String(rest.value ?? "on")) : undefined;
  const initial = rest.checked === undefined ? { defaultChecked: typed ?? defaultChecked } : {};
  return (
    <div className={classNames("gap-2 flex items-start", className)}>
      <input
        {...rest}
        {...initial}
        id={id}
        name={name}
        type="checkbox"
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="mt-1 size-4 shrink-0 accent-(--accent)"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {note && (
          <p id={`${id}-note`} className={classNames("text-sm", problem ? "text-danger" : "text-quiet")}>
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
