"use client";
import { useRef, useState, type ReactElement } from "react";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import type { PictureSource } from "@/components/desk/editor/session";
import { MediaPicker } from "@/components/desk/media/media-picker";
import { uploadPicture } from "@/components/desk/media/upload-picture";

/** Where the editor of a text gets its pictures: the library's dialog, and uploads to it. */
export function usePictures(): { source: PictureSource; dialog: ReactElement } {
  const [open, setOpen] = useState(false);
  const answer = useRef<(chosen: readonly EditorPicture[]) => void>(() => undefined);
  const [source] = useState<PictureSource>(() => ({
    pick: () =>
      new Promise((resolve) => {
        answer.current = resolve;
        setOpen(true);
      }),
    upload: (file, onProgress, signal) => uploadPicture(file, onProgress, signal),
  }));
  const dialog = (
    <MediaPicker
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        // Closed without a choice. After a choice this comes too late to matter.
        if (!next)
          setTimeout(() => {
            answer.current([]);
          });
      }}
      onPick={(picture) => {
        answer.current([picture]);
      }}
    />
  );
  return { source, dialog };
}
