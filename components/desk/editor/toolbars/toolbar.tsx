"use client";
import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

type ToolbarProps = { label: string; onLeave: () => void; className?: string; children: ReactNode };

/**
 * Buttons in one stop of the Tab key: the arrow keys move between them (WAI-ARIA toolbar pattern), Escape goes back to
 * the text.
 */
export function Toolbar({ label, onLeave, className, children }: ToolbarProps): ReactElement {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className={classNames("gap-0.5 flex flex-wrap items-center", className)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          onLeave();
        } else moveFocus(event);
      }}
      onFocus={(event) => {
        keepOneStop(event.currentTarget, event.target);
      }}
    >
      {children}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = buttonsOf(event.currentTarget);
  const at = buttons.findIndex((button) => button === document.activeElement);
  const places: Partial<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
  const place = places[event.key];
  if (place === undefined || at < 0) return;
  event.preventDefault();
  buttons.at(place % buttons.length)?.focus();
}

function buttonsOf(bar: HTMLElement): HTMLElement[] {
  return Array.from(bar.querySelectorAll<HTMLElement>("button:not(:disabled)"));
}

/** The button that had the focus last is the one that Tab comes back to. */
function keepOneStop(bar: HTMLElement, current: Element): void {
  for (const button of buttonsOf(bar)) button.tabIndex = button === current ? 0 : -1;
}

type ToolButtonProps = {
  icon: LucideIcon;
  label: string;
  /** Shown with the label, for example "Ctrl+B". */
  keys?: string;
  /** For what is on or off; left out for what is only done. */
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
};

/** A button of a toolbar. It takes no selection away from the text. */
export function ToolButton({ icon: Icon, label, keys, pressed, disabled, onPress }: ToolButtonProps): ReactElement {
  return (
    <Tooltip text={keys ? `${label} (${keys})` : label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onMouseDown={keepSelection}
        onClick={onPress}
        className={classNames(
          "size-9 rounded-md hover:bg-sunken inline-flex items-center justify-center disabled:opacity-40",
          pressed && "bg-sunken text-accent",
        )}
      >
        <Icon aria-hidden className="size-4.5" />
      </button>
    </Tooltip>
  );
}

export function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}

export function ToolSeparator(): ReactElement {
  return <span aria-hidden className="mx-1 h-6 bg-line w-px" />;
}
