"use client";
import type { ReactElement } from "react";
import { Toaster as Sonner } from "sonner";

/** Where short messages appear; they are read out, and never the only place where something is said that must be kept. */
export function Toaster(): ReactElement {
  return (
    <Sonner
      position="bottom-right"
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start font-sans gap-2 rounded-md border border-line bg-raised px-4 py-3 text-ink shadow-raised",
          error: "border-danger! text-danger!",
          description: "text-sm text-quiet",
          actionButton: "ml-auto font-semibold text-accent underline",
          closeButton: "order-last ml-auto text-quiet",
        },
      }}
    />
  );
}
