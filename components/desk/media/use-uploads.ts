"use client";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { isUnderWay, type UploadQueue } from "./upload-queue";
import { uploadPicture, type UploadedMedia } from "./upload-picture";
import { UploadRunner } from "./upload-runner";

const nothing: UploadQueue = [];

export type Uploads = Pick<UploadRunner, "add" | "cancel" | "retry" | "dismiss" | "clear"> & { queue: UploadQueue };

/**
 * Uploads of one screen. Leaving the page while something is being sent asks first; leaving the screen cancels it.
 * @param onUploaded called with every picture that arrived or was there already
 */
export function useUploads(onUploaded: (media: UploadedMedia) => void): Uploads {
  const announce = useEffectEvent(onUploaded);
  const [runner] = useState(
    () => new UploadRunner((file, onProgress, signal, folderId) => uploadPicture(file, onProgress, signal, folderId)),
  );
  const queue = useSyncExternalStore(
    (listener) => runner.subscribe(listener),
    () => runner.queue,
    () => nothing,
  );
  useEffect(() => runner.onUploaded(announce), [runner]);
  const isBusy = queue.some(isUnderWay);
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [isBusy]);
  useEffect(
    () => () => {
      // From behind, or each would make place for the next.
      for (const { id } of runner.queue.filter(isUnderWay).toReversed()) runner.cancel(id);
    },
    [runner],
  );
  return {
    queue,
    add: (files, folderId) => {
      runner.add(files, folderId);
    },
    cancel: (id) => {
      runner.cancel(id);
    },
    retry: (id) => {
      runner.retry(id);
    },
    dismiss: (id) => {
      runner.dismiss(id);
    },
    clear: () => {
      runner.clear();
    },
  };
}
