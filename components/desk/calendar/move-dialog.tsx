"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { toSiteTime } from "@/lib/site-time";
import { entryName, type PlacedEntry } from "./calendar-entry";
import type { MoveAction } from "./use-moves";

type MoveDialogProps = {
  /** Null: closed. */
  entry: PlacedEntry | null;
  timeZone: string;
  move: MoveAction;
  onClose: () => void;
};

/** Moving an entry by typing when: for keyboards, phones, and other times of day. */
export function MoveDialog({ entry, timeZone, move, onClose }: MoveDialogProps): ReactElement | null {
  if (!entry) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Move to another time"
      description={entryName(entry)}
      size="small"
    >
      <ActionForm action={move} onDone={onClose} className="gap-3 grid">
        <input type="hidden" name="articleId" value={entry.articleId} />
        <input type="hidden" name="expectedVersion" value={entry.version} />
        <input type="hidden" name="kind" value={entry.kind} />
        <Field label="Date and time" name="at" hint={`Time of ${timeZone}`}>
          <TextInput type="datetime-local" required defaultValue={toSiteTime(entry.at, timeZone)} />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Move</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
