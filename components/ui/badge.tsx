import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  plain: "bg-sunken text-ink",
  accent: "bg-accent-soft text-accent-strong",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
} as const;

export type BadgeTone = keyof typeof tones;

/** One or two words about the state of something. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }): ReactElement {
  return (
    <span
      className={classNames(
        "gap-1 px-2 py-0.5 text-xs font-semibold inline-flex items-center rounded-full whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
