"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactElement } from "react";
import { toast } from "sonner";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import type { LibraryPicture } from "@/lib/media/types";
import type { MediaActions } from "./media-actions";
import { UploadButton } from "./upload-button";
import { replacePicture, UploadError } from "./upload-picture";

type PictureFileProps = {
  picture: LibraryPicture;
  isUsed: boolean;
  remove: MediaActions["remove"];
  onGone: () => void;
};

type Replacing = { status: "idle" } | { status: "sending"; fraction: number } | { status: "failed"; problem: string };

/** Sends a new file for a picture. */
function useReplacement(picture: LibraryPicture): [Replacing, (file: File) => Promise<void>] {
  const router = useRouter();
  const [replacing, setReplacing] = useState<Replacing>({ status: "idle" });
  const replace = async (file: File): Promise<void> => {
    setReplacing({ status: "sending", fraction: 0 });
    try {
      const { duplicate } = await replacePicture(picture.id, file, (fraction) => {
        setReplacing({ status: "sending", fraction });
      });
      setReplacing({ status: "idle" });
      toast.success(duplicate ? "This is the very same file: nothing changed." : "The picture is replaced everywhere.");
      router.refresh();
    } catch (error) {
      const problem = error instanceof UploadError ? error.message : "Something went wrong in this browser. Try again.";
      setReplacing({ status: "failed", problem });
    }
  };
  return [replacing, replace];
}

/** The file behind a picture: another one in its place, or none. */
export function PictureFile({ picture, isUsed, remove, onGone }: PictureFileProps): ReactElement {
  const [replacing, replace] = useReplacement(picture);
  const isSending = replacing.status === "sending";
  return (
    <section aria-labelledby="picture-file" className="gap-3 grid">
      <h3 id="picture-file" className="font-semibold">
        File
      </h3>
      <p className="text-sm text-quiet">
        A new file takes the place of this one wherever it is used. Alternative text, credit and focal point stay.
      </p>
      {replacing.status === "failed" && <Notice tone="danger">{replacing.problem}</Notice>}
      {isSending && (
        <progress
          aria-label="Upload of the new file"
          max={1}
          {...(replacing.fraction < 1 && { value: replacing.fraction })}
          className="h-2 w-full accent-(--accent)"
        />
      )}
      <div className="gap-2 flex flex-wrap">
        <UploadButton
          label="New file for this picture"
          pending={isSending}
          onFiles={([file]) => {
            if (file) void replace(file);
          }}
        >
          Replace file
        </UploadButton>
        {!isUsed && (
          <ConfirmButton
            look="danger"
            action={remove}
            fields={{ mediaId: picture.id }}
            title="Delete this picture?"
            explanation="Nothing uses it. This can’t be undone."
            confirm="Delete picture"
            onDone={onGone}
          >
            <Trash2 aria-hidden className="size-4" />
            Delete
          </ConfirmButton>
        )}
      </div>
      {isUsed && (
        <p className="text-sm text-quiet">
          It can’t be deleted while something uses it. Replace it in the places above first, or replace its file.
        </p>
      )}
    </section>
  );
}
