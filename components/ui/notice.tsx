import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  info: { icon: Info, look: "border-line bg-raised text-ink" },
  good: { icon: CircleCheck, look: "border-good bg-good-soft text-good" },
  warn: { icon: TriangleAlert, look: "border-warn bg-warn-soft text-warn" },
  danger: { icon: CircleAlert, look: "border-danger bg-danger-soft text-danger" },
} as const;

/** A sentence that matters here. What went wrong is read out at once. */
export function Notice({
  tone = "info",
  children,
  className,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
  className?: string;
}): ReactElement {
  const { icon: Icon, look } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "note"}
      tabIndex={-1}
      className={classNames("gap-2 rounded-md px-3 py-2 flex items-start border", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
