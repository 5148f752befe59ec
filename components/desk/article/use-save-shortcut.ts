"use client";
import { useEffect } from "react";

/** Ctrl S or ⌘ S does `save`; the browser's own dialog for saving pages is of no use here. */
export function useSaveShortcut(save: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      save();
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  }, [save]);
}
