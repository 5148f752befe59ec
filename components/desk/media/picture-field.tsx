"use client";
import { useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { MediaPicker } from "./media-picker";

export type FieldPicture = { id: number; thumbnail: string };

type PictureFieldProps = {
  label: string;
  name: string;
  hint?: string;
  initial: FieldPicture | null;
};

/** One picture of the library in a form: its id is the value. */
export function PictureField({ label, name, hint, initial }: PictureFieldProps): ReactElement {
  const [picture, setPicture] = useState(initial);
  const [isPicking, setPicking] = useState(false);
  return (
    <div className="gap-2 grid">
      <Field label={label} name={name} hint={hint}>
        <TextInput type="hidden" value={picture?.id ?? ""} readOnly />
      </Field>
      {picture && (
        <img
          src={picture.thumbnail}
          alt="The chosen picture"
          className="rounded-md bg-sunken max-h-40 max-w-full object-contain"
        />
      )}
      <div className="gap-2 flex flex-wrap">
        <Button
          size="small"
          onClick={() => {
            setPicking(true);
          }}
        >
          {picture ? "Choose another picture" : "Choose a picture"}
        </Button>
        {picture && (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              setPicture(null);
            }}
          >
            Without a picture
          </Button>
        )}
      </div>
      <MediaPicker open={isPicking} onOpenChange={setPicking} onPick={setPicture} />
    </div>
  );
}
