import type { ReactElement, ReactNode } from "react";

/** The top of a screen: what it is, what it is for, and what can be started here. */
export function PageHeader({
  title,
  description,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <header className="mb-6 gap-x-6 gap-y-3 flex flex-wrap items-start justify-between">
      <div className="min-w-0">
        <h1 className="text-2xl font-bold tracking-tight text-balance">{title}</h1>
        {description && <p className="mt-1 max-w-prose text-quiet">{description}</p>}
      </div>
      {actions && <div className="gap-2 flex flex-wrap items-center">{actions}</div>}
    </header>
  );
}
