import { classNames } from "./class-names";

export type ButtonLook = {
  /** "primary": the one thing to do here; "plain": the rest; "quiet": without a frame; "danger": takes something away. */
  look?: "primary" | "plain" | "quiet" | "danger" | undefined;
  size?: "small" | "medium" | "icon" | undefined;
};

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border border-transparent",
  plain: "bg-raised text-ink border border-line-strong hover:bg-sunken",
  quiet: "text-ink border border-transparent hover:bg-sunken",
  danger: "bg-raised text-danger border border-danger hover:bg-danger-soft",
} as const;

const sizes = {
  small: "min-h-8 px-2.5 text-sm gap-1.5",
  medium: "min-h-10 px-4 gap-2",
  icon: "size-9 justify-center [&_svg]:size-4.5",
} as const;

/** Class names of a button, for buttons and for links that look like one. */
export function buttonClass({ look = "plain", size = "medium" }: ButtonLook, more?: string): string {
  return classNames(
    "inline-flex items-center justify-center rounded-md font-semibold whitespace-nowrap transition-colors",
    "disabled:opacity-55 aria-disabled:opacity-70",
    "[&_svg]:shrink-0",
    looks[look],
    sizes[size],
    more,
  );
}
