"use client";
import { useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import type { CitationLabel } from "../schema/reference-numbers";

export type CitationsApi = {
  /** Lets somebody add a work to the reference list. Its key, or null when they changed their mind. */
  add: () => Promise<string | null>;
};

type ReferenceDialogProps = {
  citations: readonly CitationLabel[];
  api: CitationsApi | undefined;
  onChoose: (key: string) => void;
  onClose: () => void;
};

/** Which work of the reference list the mark names. */
export function ReferenceDialog({ citations, api, onChoose, onClose }: ReferenceDialogProps): ReactElement {
  const [filter, setFilter] = useState("");
  const words = filter.toLowerCase().split(/\s+/);
  const shown = citations.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const choose = (key: string): void => {
    onClose();
    onChoose(key);
  };
  const add = async (): Promise<void> => {
    onClose();
    const key = await api?.add();
    if (key) onChoose(key);
  };
  return (
    <Dialog
      open
      title="Reference mark"
      description="Numbers follow the order of use."
      size="small"
      onOpenChange={onClose}
    >
      <div className="gap-3 grid">
        <Field name="filter" label="Search the reference list">
          <TextInput
            autoComplete="off"
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
          />
        </Field>
        {shown.length === 0 && (
          <p className="text-quiet">
            {citations.length === 0 ? "The reference list is empty. Add the first work." : "No work has these words."}
          </p>
        )}
        <Works citations={shown} onChoose={choose} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          {api && (
            <Button look="primary" onClick={() => void add()}>
              Add a work
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  );
}

type WorksProps = { citations: readonly CitationLabel[]; onChoose: (key: string) => void };

function Works({ citations, onChoose }: WorksProps): ReactElement {
  return (
    <ul aria-label="Reference list" className="gap-1 grid">
      {citations.map(({ id, label }) => (
        <li key={id}>
          <button
            type="button"
            className="rounded px-2 py-1.5 hover:bg-sunken w-full text-left"
            onClick={() => {
              onChoose(id);
            }}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
