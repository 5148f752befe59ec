"use client";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

/** A menu that a button opens. `trigger` is one button. */
export function Menu({
  trigger,
  children,
  align = "end",
}: {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "end";
}): ReactElement {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={4}
          className="min-w-44 rounded-md border-line bg-raised p-1 shadow-raised z-50 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto border"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Primitive.Item> & { danger?: boolean }): ReactElement {
  return (
    <Primitive.Item
      {...rest}
      className={classNames(
        "gap-2 rounded px-2.5 py-1.5 [&_svg]:size-4 flex cursor-pointer items-center outline-none select-none",
        "data-highlighted:bg-sunken data-disabled:cursor-default data-disabled:opacity-50",
        danger && "text-danger",
        className,
      )}
    />
  );
}

export function MenuLabel({ children }: { children: ReactNode }): ReactElement {
  return <Primitive.Label className="px-2.5 py-1 text-sm text-quiet">{children}</Primitive.Label>;
}

export function MenuSeparator(): ReactElement {
  return <Primitive.Separator className="my-1 bg-line h-px" />;
}
