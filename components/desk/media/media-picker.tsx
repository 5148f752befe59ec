"use client";
import { useId, useRef, useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { controlClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { LibraryPicture, PickedMedia } from "@/lib/media/types";
import { DropHint } from "./drop-hint";
import { PictureThumbnail } from "./picture-grid";
import { UploadButton } from "./upload-button";
import { UploadList } from "./upload-list";
import { useFileDrop } from "./use-file-drop";
import { useLibraryStretch, type LibraryStretch } from "./use-library-stretch";
import { useUploads } from "./use-uploads";

export type MediaPickerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called with the choice; the picker asks to be closed by itself. */
  onPick: (media: PickedMedia) => void;
};

/** A dialog in which a picture is chosen from the library, or uploaded to it. */
export function MediaPicker({ open, onOpenChange, onPick }: MediaPickerProps): ReactElement {
  const pick = (media: PickedMedia): void => {
    onOpenChange(false);
    onPick(media);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Choose a picture"
      description="From the library, or drop a new one here."
      size="large"
    >
      <PickerContent onPick={pick} />
    </Dialog>
  );
}

/** Lives as long as the dialog is open, so that every opening starts with the newest pictures. */
function PickerContent({ onPick }: { onPick: (media: PickedMedia) => void }): ReactElement {
  const id = useId();
  const [q, setQ] = useState("");
  const stretch = useLibraryStretch(q, true);
  // Who brings one picture wants that one; who brings several chooses among them.
  const isSingle = useRef(false);
  const uploads = useUploads((media) => {
    stretch.add(media);
    if (isSingle.current) onPick(media);
  });
  const addFiles = (files: File[]): void => {
    isSingle.current = files.length === 1 && uploads.queue.length === 0;
    uploads.add(files, null);
  };
  const isOver = useFileDrop(true, addFiles);
  return (
    <div className="gap-4 grid">
      <div className="gap-3 flex flex-wrap items-center">
        <label htmlFor={id} className="sr-only">
          Search pictures by name, alternative text or credit
        </label>
        <input
          id={id}
          type="search"
          value={q}
          maxLength={200}
          placeholder="Name, alternative text or credit"
          onChange={(event) => {
            setQ(event.currentTarget.value);
          }}
          className={`${controlClass} min-h-10 basis-48 flex-1`}
        />
        <UploadButton multiple label="Pictures to upload" onFiles={addFiles}>
          Upload
        </UploadButton>
      </div>
      <UploadList uploads={uploads} links={false} />
      <PickerGrid stretch={stretch} onPick={onPick} />
      <DropHint visible={isOver} where="Into the library" />
    </div>
  );
}

function PickerGrid({
  stretch,
  onPick,
}: {
  stretch: LibraryStretch;
  onPick: (media: PickedMedia) => void;
}): ReactElement {
  const { pictures, status, problem, more, retry } = stretch;
  return (
    <>
      <ul aria-label="Pictures" aria-busy={status === "loading"} className="gap-3 sm:grid-cols-4 grid grid-cols-2">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <PickerTile picture={picture} onPick={onPick} />
          </li>
        ))}
      </ul>
      <p role="status" className="text-quiet">
        {status === "loading" && "Looking in the library…"}
        {status === "ready" && pictures.length === 0 && "No picture matches. Try fewer words, or upload one."}
      </p>
      {problem && (
        <Notice tone="danger">
          {problem}{" "}
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </Notice>
      )}
      {more && (
        <div>
          <Button onClick={more} pending={status === "loading"}>
            More pictures
          </Button>
        </div>
      )}
    </>
  );
}

function PickerTile(props: { picture: LibraryPicture; onPick: (media: PickedMedia) => void }): ReactElement {
  const { picture, onPick } = props;
  return (
    <button
      type="button"
      onClick={() => {
        onPick(picture);
      }}
      className="rounded-lg border-line bg-raised hover:border-accent block w-full overflow-hidden border text-left"
    >
      <PictureThumbnail picture={picture} />
      <span className="px-2 pt-1.5 text-sm font-semibold block truncate">{picture.originalName}</span>
      <span className="px-2 pb-2 text-sm text-quiet block truncate">{picture.alt || "No alternative text"}</span>
    </button>
  );
}
