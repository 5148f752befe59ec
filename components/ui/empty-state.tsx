import type { LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

/** What stands where there is nothing yet: why, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactElement {
  return (
    <div className="gap-2 rounded-lg border-line-strong px-6 py-12 grid justify-items-center border border-dashed text-center">
      {Icon && <Icon aria-hidden className="size-8 text-quiet" strokeWidth={1.5} />}
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-quiet">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
