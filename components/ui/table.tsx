import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A table that scrolls sideways by itself where it does not fit, also by keyboard. `label` is read out. It is positioned, so that
 * words for screen readers in its last columns, which are positioned too, scroll with it and do not widen the page.
 */
export function Table({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={classNames("rounded-lg border-line bg-raised relative overflow-x-auto border", className)}
    >
      <table className="w-full border-collapse text-left">{children}</table>
    </div>
  );
}

export function HeaderCell({ className, ...rest }: ComponentProps<"th">): ReactElement {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "border-line px-3 py-2 text-sm font-semibold text-quiet border-b whitespace-nowrap",
        className,
      )}
    />
  );
}

export function Cell({ className, ...rest }: ComponentProps<"td">): ReactElement {
  return <td {...rest} className={classNames("border-line px-3 py-2 border-b align-top", className)} />;
}

/** The cell that names its row. */
export function RowHeader({ className, ...rest }: ComponentProps<"th">): ReactElement {
  return (
    <th
      scope="row"
      {...rest}
      className={classNames("border-line px-3 py-2 font-semibold border-b text-left align-top", className)}
    />
  );
}
