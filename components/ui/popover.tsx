"use client";
import { Popover as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

type PopoverProps = {
  trigger: ReactElement;
  /** What it is, for who does not see it. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

/** A small panel beside the button that opens it. */
export function Popover({ trigger, label, children, className, ...state }: PopoverProps): ReactElement {
  return (
    <Primitive.Root {...state}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            "w-80 rounded-md border-line bg-raised p-3 shadow-raised z-50 max-w-[calc(100vw-1rem)] border",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
