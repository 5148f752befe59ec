"use client";
import type { Editor } from "@tiptap/core";
import { useState, type ReactElement, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { embedFromAddress } from "@/lib/richtext/embed-address";
import { embedProvidersByName } from "@/lib/richtext/embed-providers";
import type { EmbedNode } from "@/lib/richtext/schema";
import { insertBlock } from "../slash-items";

type Found = Pick<EmbedNode["attrs"], "provider" | "externalId">;
type EmbedDialogProps = { editor: Editor; found: Found | null; onClose: () => void };

/** A video or recording by its address, with a title: readers see it before anything is loaded. */
export function EmbedDialog({ editor, found, onClose }: EmbedDialogProps): ReactElement {
  const [address, setAddress] = useState(found ? embedProvidersByName[found.provider].pageUrl(found.externalId) : "");
  const [title, setTitle] = useState("");
  const [problems, setProblems] = useState<{ address: string | null; title: string | null }>({
    address: null,
    title: null,
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    const embed = embedFromAddress(address);
    const words = title.trim();
    const wrong = {
      address: embed ? null : "Copy the address of one video or episode on YouTube, Vimeo or Spotify",
      title: words === "" ? "Give it a title" : words.length > 200 ? "Use at most 200 characters" : null,
    };
    setProblems(wrong);
    if (!embed || wrong.title !== null) return;
    onClose();
    insertBlock(editor, "embed", { ...embed, title: words });
  };
  return (
    <Dialog open title="Video or audio" size="small" onOpenChange={onClose}>
      <form onSubmit={submit} className="gap-4 grid" noValidate>
        <Field
          name="address"
          label="Address"
          hint="A video or episode on YouTube, Vimeo or Spotify."
          error={problems.address}
        >
          <TextInput
            autoComplete="off"
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
            }}
          />
        </Field>
        <Field name="title" label="Title" hint="Readers see it before anything is loaded." error={problems.title}>
          <TextInput
            autoComplete="off"
            value={title}
            onChange={(event) => {
              setTitle(event.target.value);
            }}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Insert
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
