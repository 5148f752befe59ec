"use client";
import { useState, type ReactElement } from "react";
import { nameOf } from "@/components/desk/articles/article-row";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import type { ArticleListItem } from "@/lib/articles/types";
import type { BoardActions } from "./board-actions";
import { Reference } from "./reference";

type RequestChangesButtonProps = { action: BoardActions["askForChanges"]; item: ArticleListItem };

/** Asks the author for changes, and says which. */
export function RequestChangesButton({ action, item }: RequestChangesButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        aria-label={`Request changes: ${nameOf(item)}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        Request changes…
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Request changes" description={nameOf(item)} size="small">
        <ActionForm action={action} onDone={close} className="gap-3 grid">
          <Reference item={item} />
          <Field
            label="What should change"
            name="comment"
            hint="The author is told by mail, and finds it beside the text."
          >
            <TextArea required maxLength={4000} />
          </Field>
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <SubmitButton>Request changes</SubmitButton>
          </DialogActions>
        </ActionForm>
      </Dialog>
    </>
  );
}
