"use client";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import type { LibraryPicture, MediaFolderView } from "@/lib/media/types";
import { FocalPointPicker } from "./focal-point-picker";
import { FolderOptions } from "./folder-options";
import type { MediaActions } from "./media-actions";

type PictureDetailsProps = {
  picture: LibraryPicture;
  folders: MediaFolderView[];
  readOnly: boolean;
  action: MediaActions["save"];
};

/** What is said about a picture: its words, its owner, its place, and what must stay in view. */
export function PictureDetails({ picture, folders, readOnly, action }: PictureDetailsProps): ReactElement {
  const [focus, setFocus] = useState({ x: picture.focalX, y: picture.focalY });
  return (
    <ActionForm action={action}>
      <fieldset disabled={readOnly} className="gap-4 grid">
        <legend className="sr-only">About this picture</legend>
        <input type="hidden" name="mediaId" value={picture.id} />
        <input type="hidden" name="focalX" value={focus.x} />
        <input type="hidden" name="focalY" value={focus.y} />
        <FocalPointPicker picture={picture} value={focus} onChange={setFocus} disabled={readOnly} />
        <Field
          label="Alternative text"
          name="alt"
          hint="What the picture shows, for who does not see it. Suggested wherever the picture is put in."
        >
          <TextArea rows={2} maxLength={500} defaultValue={picture.alt} />
        </Field>
        <Checkbox
          name="decorative"
          label="Decorative"
          hint="Shows nothing that words would have to say."
          defaultChecked={picture.decorative}
        />
        <Field label="Credit" name="credit" hint="Who made it, and by which licence.">
          <TextInput maxLength={200} defaultValue={picture.credit ?? ""} />
        </Field>
        <Field label="Folder" name="folderId">
          <Select defaultValue={picture.folderId === null ? "" : String(picture.folderId)}>
            <FolderOptions folders={folders} />
          </Select>
        </Field>
        <div>
          <SubmitButton disabled={readOnly}>Save</SubmitButton>
        </div>
      </fieldset>
    </ActionForm>
  );
}
