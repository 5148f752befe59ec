"use client";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { Citation } from "@/lib/richtext/citation";
import { usePanel } from "../panel-context";
import { shortName } from "./reference-order";
import { referencePlaces } from "./reference-places";

/** Why a work stays in the list, and where its marks are. */
export function StillUsedDialog({
  citation,
  onClose,
}: {
  citation: Citation | null;
  onClose: () => void;
}): ReactElement {
  const { copy } = usePanel();
  const places = citation ? referencePlaces(copy.body, citation.id) : [];
  return (
    <Dialog
      open={citation !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="The text refers to this work"
      size="small"
    >
      {citation && (
        <p>
          Take its marks out of the text first, then {shortName(citation)} can be deleted.
          {places.length > 0 && " They stand here:"}
        </p>
      )}
      <ul className="mt-3 gap-2 grid">
        {places.map(({ heading, words, marks }, index) => (
          <li key={index} className="rounded-md bg-sunken px-3 py-2">
            {heading && <p className="text-sm text-quiet">{heading}</p>}
            <p>
              “{words}…”{marks > 1 && ` (${String(marks)} times)`}
            </p>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Back to the list
        </Button>
      </DialogActions>
    </Dialog>
  );
}
