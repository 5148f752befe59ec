"use client";
import { Plus } from "lucide-react";
import { useRef, useState, type ReactElement, type RefObject } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Citation } from "@/lib/richtext/citation";
import { usePanel } from "../panel-context";
import { PanelGroup } from "../panel-group";
import { ReferenceDialog, type ReferenceTask } from "../references/reference-dialog";
import { ReferenceItem } from "../references/reference-item";
import { orderReferences, shortName } from "../references/reference-order";
import { StillUsedDialog } from "../references/still-used-dialog";
import { useCitationChanges } from "../references/use-citation-changes";

/** The works that the article rests on, in the order in which the reader meets them. */
export function ReferencesSection(): ReactElement {
  const { copy, usedReferenceKeys, onInsertReference } = usePanel();
  const { put, remove } = useCitationChanges();
  const [task, setTask] = useState<ReferenceTask | null>(null);
  const [kept, setKept] = useState<Citation | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const { used, unused, missing } = orderReferences(copy.citations, usedReferenceKeys);
  const removeUnused = (citation: Citation): void => {
    remove(citation.id);
    adder.current?.focus();
    const restore = (): void => {
      put(citation);
    };
    toast.success(`${shortName(citation)} was deleted.`, { action: { label: "Undo", onClick: restore } });
  };
  const item = (citation: Citation, number: number | null): ReactElement => (
    <ReferenceItem
      key={citation.id}
      {...{ citation, number }}
      onInsert={() => {
        onInsertReference(citation.id);
      }}
      onEdit={() => {
        setTask({ kind: "edit", citation });
      }}
      onDelete={() => {
        if (number === null) removeUnused(citation);
        else setKept(citation);
      }}
    />
  );
  return (
    <PanelGroup
      label="Works in the list"
      field="citations"
      hint="Numbered in the order of the text. Readers see only those that the text refers to."
    >
      <MissingWorks missing={missing} onAdd={setTask} />
      {used.length > 0 && <ol className="gap-2 grid">{used.map(({ citation, number }) => item(citation, number))}</ol>}
      {unused.length > 0 && <ul className="gap-2 grid">{unused.map((citation) => item(citation, null))}</ul>}
      {copy.citations.length === 0 && <p className="text-sm text-quiet">There is none yet.</p>}
      <AddButton adder={adder} onAdd={setTask} />
      <ReferenceDialog
        task={task}
        onClose={() => {
          setTask(null);
        }}
      />
      <StillUsedDialog
        citation={kept}
        onClose={() => {
          setKept(null);
        }}
      />
    </PanelGroup>
  );
}

type OnAdd = (task: ReferenceTask) => void;

function AddButton({ adder, onAdd }: { adder: RefObject<HTMLButtonElement | null>; onAdd: OnAdd }): ReactElement {
  return (
    <Button
      ref={adder}
      size="small"
      className="justify-self-start"
      onClick={() => {
        onAdd({ kind: "add" });
      }}
    >
      <Plus aria-hidden className="size-4" />
      Add a reference
    </Button>
  );
}

type MissingWorksProps = { missing: readonly { key: string; number: number }[]; onAdd: OnAdd };

function MissingWorks({ missing, onAdd }: MissingWorksProps): ReactElement[] {
  return missing.map(({ key, number }) => (
    <Notice key={key} tone="warn">
      <p className="wrap-anywhere">
        The text refers to [{number}] “{key}”, which is not in the list.
      </p>
      <Button
        size="small"
        className="mt-1.5"
        onClick={() => {
          onAdd({ kind: "add", key });
        }}
      >
        Add the work
      </Button>
    </Notice>
  ));
}
