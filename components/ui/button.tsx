"use client";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactElement } from "react";
import { buttonClass, type ButtonLook } from "./button-look";

export type ButtonProps = ComponentProps<"button"> & ButtonLook & { pending?: boolean };

/** A button. While `pending` it says so, can't be pressed again, and keeps its place and its width. */
export function Button({ look, size, pending, className, children, disabled, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, size }, className)}
      disabled={disabled}
      aria-disabled={pending ? true : undefined}
      aria-busy={pending ? true : undefined}
      onClick={pending ? swallow : rest.onClick}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}

function swallow(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
