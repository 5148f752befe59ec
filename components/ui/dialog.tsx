"use client";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** "side": a sheet at the edge, for something to work on beside the page. */
  place?: "middle" | "side";
  size?: "small" | "medium" | "large";
  children: ReactNode;
};

const widths = { small: "max-w-md", medium: "max-w-2xl", large: "max-w-5xl" } as const;

/** A dialog over the page: keeps the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps): ReactElement {
  const { open, onOpenChange, title, description, place = "middle", size = "medium", children } = props;
  const placed =
    place === "side"
      ? "inset-y-0 right-0 h-dvh w-full border-l"
      : "top-1/2 left-1/2 max-h-[92dvh] w-[calc(100%-1.5rem)] -translate-x-1/2 -translate-y-1/2 rounded-lg border";
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="inset-0 bg-black/45 fixed z-40" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={classNames("border-line bg-raised shadow-raised fixed z-50 flex flex-col", placed, widths[size])}
        >
          <header className="gap-3 border-line px-5 py-3 flex items-start border-b">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-lg font-bold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-sm text-quiet">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button look="quiet" size="icon" aria-label="Close">
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </header>
          <div className="min-h-0 px-5 py-4 flex-1 overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The row of buttons at a dialog's end. */
export function DialogActions({ children }: { children: ReactNode }): ReactElement {
  return <div className="mt-5 gap-2 flex flex-wrap justify-end">{children}</div>;
}
