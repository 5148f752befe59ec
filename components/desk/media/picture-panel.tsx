"use client";
import type { ReactElement } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { LibraryPicture, MediaFolderView, MediaUseLine } from "@/lib/media/types";
import type { MediaActions } from "./media-actions";
import { PictureDetails } from "./picture-details";
import { PictureFile } from "./picture-file";
import { PictureUses } from "./picture-uses";

/** One picture of the library with all that is known of it. */
export type OpenedPicture = {
  picture: LibraryPicture;
  uses: MediaUseLine[];
  /** Why this account may not change its words; null when it may. */
  describingRefusal: string | null;
};

type PicturePanelProps = {
  opened: OpenedPicture;
  folders: MediaFolderView[];
  /** Replacing and deleting is allowed. */
  mayManage: boolean;
  actions: MediaActions;
  onClose: () => void;
  /** After the picture was deleted. */
  onGone: () => void;
};

/** A picture to look at, describe, replace and delete. */
export function PicturePanel(props: PicturePanelProps): ReactElement {
  const { picture, uses, describingRefusal } = props.opened;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      title={picture.originalName}
      description={`${String(picture.width)} × ${String(picture.height)} pixels`}
      place="side"
      size="medium"
    >
      <div className="gap-6 grid">
        {describingRefusal && <Notice>{describingRefusal}</Notice>}
        <PictureDetails
          key={`${String(picture.id)} ${picture.key}`}
          picture={picture}
          folders={props.folders}
          readOnly={describingRefusal !== null}
          action={props.actions.save}
        />
        <PictureUses uses={uses} />
        {props.mayManage && (
          <PictureFile picture={picture} isUsed={uses.length > 0} remove={props.actions.remove} onGone={props.onGone} />
        )}
      </div>
    </Dialog>
  );
}
