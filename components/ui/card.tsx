import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

/** A framed part of a screen with a heading of its own. */
export function Card({
  title,
  description,
  actions,
  children,
  className,
}: {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <section className={classNames("rounded-lg border-line bg-raised p-5 border", className)}>
      {title && (
        <div className="mb-3 gap-2 flex flex-wrap items-start justify-between">
          <div>
            <h2 className="text-lg font-bold">{title}</h2>
            {description && <p className="max-w-prose text-sm text-quiet">{description}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
