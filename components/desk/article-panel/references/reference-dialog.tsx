"use client";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { citationKey } from "@/lib/citations/citation-key";
import type { Citation } from "@/lib/richtext/citation";
import { usePanel } from "../panel-context";
import { CitationFields } from "./citation-fields";
import { CitationLine } from "./citation-line";
import {
  citationValues,
  emptyCitation,
  readCitation,
  type CitationReading,
  type CitationValues,
} from "./citation-values";
import { findSameWork, type SameWork } from "./reference-order";
import { useCitationChanges } from "./use-citation-changes";
import { WorkLookup } from "./work-lookup";

/** What the dialog is for. `key`: marks in the text name a work that the list lacks. */
export type ReferenceTask = { kind: "add"; key?: string } | { kind: "edit"; citation: Citation };

type ReferenceDialogProps = { task: ReferenceTask | null; onClose: () => void };

/** Adds a work to the reference list, or changes one. */
export function ReferenceDialog({ task, onClose }: ReferenceDialogProps): ReactElement {
  return (
    <Dialog
      open={task !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={task?.kind === "edit" ? "Edit reference" : "Add a reference"}
      {...(task?.kind === "add" && task.key
        ? { description: `For the marks in the text that name “${task.key}”.` }
        : {})}
    >
      {task && <ReferenceForm {...{ task, onClose }} />}
    </Dialog>
  );
}

/** Milliseconds. A closing dialog gives the focus back to the button that opened it, and only then the text may take it. */
const afterClosing = 50;

function ReferenceForm({ task, onClose }: { task: ReferenceTask; onClose: () => void }): ReactElement {
  const { onInsertReference } = usePanel();
  const { form, taken, values, setValues, reading, problems, check, same, save } = useReferenceForm(task);
  const insert = (key: string): void => {
    onClose();
    setTimeout(() => {
      onInsertReference(key);
    }, afterClosing);
  };
  return (
    <div className="gap-4 grid">
      {task.kind === "add" && (
        <WorkLookup
          taken={taken}
          onFound={(found) => {
            setValues(citationValues(found));
            check();
          }}
        />
      )}
      <form
        ref={form}
        className="gap-3 grid"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (save()) onClose();
        }}
      >
        {same && <SameWorkNotice same={same} onInsert={insert} />}
        <CitationFields {...{ values, problems }} onChange={setValues} />
        {reading.ok && <ReadersSee citation={reading.citation} />}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          {task.kind === "add" && !task.key && (
            <Button
              onClick={() => {
                const saved = save();
                if (saved) insert(saved.id);
              }}
            >
              Add and insert in the text
            </Button>
          )}
          <Button type="submit" look="primary">
            {task.kind === "add" ? "Add to the list" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </div>
  );
}

function useReferenceForm(task: ReferenceTask) {
  const { copy } = usePanel();
  const { put } = useCitationChanges();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(task.kind === "edit" ? citationValues(task.citation) : emptyCitation);
  /** Nobody is told of an empty title before they had a chance to type one. */
  const [checks, setChecks] = useState(0);
  useEffect(() => {
    if (checks > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [checks]);
  const taken = copy.citations.map(({ id }) => id);
  const reading = readWith(task, taken, values);
  const same = reading.ok ? findSameWork(copy.citations, reading.citation) : null;
  const check = (): void => {
    setChecks((before) => before + 1);
  };
  const save = (): Citation | null => {
    check();
    if (!reading.ok || same?.by === "doi") return null;
    put(reading.citation);
    return reading.citation;
  };
  const problems = checks > 0 && !reading.ok ? reading.problems : {};
  return { form, taken, values, setValues, reading, problems, check, same, save };
}

function readWith(task: ReferenceTask, taken: readonly string[], values: CitationValues): CitationReading {
  if (task.kind === "edit") return readCitation(values, task.citation.id);
  const draft = readCitation(values, task.key ?? "new");
  if (!draft.ok || task.key) return draft;
  return { ok: true, citation: { ...draft.citation, id: citationKey(draft.citation, taken) } };
}

function ReadersSee({ citation }: { citation: Citation }): ReactElement {
  return (
    <div className="rounded-md bg-sunken p-3 text-sm">
      <p className="text-quiet">Readers see:</p>
      <p>
        <CitationLine citation={citation} />
      </p>
    </div>
  );
}

function SameWorkNotice({ same, onInsert }: { same: SameWork; onInsert: (key: string) => void }): ReactElement {
  return (
    <Notice tone={same.by === "doi" ? "danger" : "warn"}>
      <p>
        {same.by === "doi"
          ? "This DOI is in the list already, so it can’t be added again:"
          : "The list has a work with this address already:"}
      </p>
      <p className="my-1.5">
        <CitationLine citation={same.work} />
      </p>
      <Button
        size="small"
        onClick={() => {
          onInsert(same.work.id);
        }}
      >
        Insert that one in the text
      </Button>
    </Notice>
  );
}
