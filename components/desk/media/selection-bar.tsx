"use client";
import { FolderInput, Trash2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, Select } from "@/components/ui/field";
import type { LibraryPicture, MediaFolderView, MediaOutcome } from "@/lib/media/types";
import type { FormAction } from "@/lib/web/action-state";
import { FolderOptions } from "./folder-options";
import type { MediaActions } from "./media-actions";
import { OutcomeList, type NamedOutcome } from "./outcome-list";

type SelectionBarProps = {
  chosen: LibraryPicture[];
  folders: MediaFolderView[];
  mayDelete: boolean;
  actions: MediaActions;
  onClear: () => void;
};

/** With the pictures it was begun with: once they are gone, the page knows their names no more. */
type Task = { kind: "move" | "delete"; pictures: LibraryPicture[] };

/** What can be done with all the pictures that are selected, and what came of each. */
export function SelectionBar({ chosen, folders, mayDelete, actions, onClear }: SelectionBarProps): ReactElement {
  const [task, setTask] = useState<Task | null>(null);
  const [outcomes, setOutcomes] = useState<NamedOutcome[] | null>(null);
  const pictures = task?.pictures ?? [];
  const close = (): void => {
    setTask(null);
  };
  const finish = (done: MediaOutcome[]): void => {
    close();
    onClear();
    // Everything as asked for needs no list.
    setOutcomes(done.some(({ problem }) => problem !== null) ? withNames(done, pictures) : null);
  };
  return (
    <>
      {chosen.length > 0 && (
        <SelectionTools
          count={chosen.length}
          mayDelete={mayDelete}
          onTask={(kind) => {
            setTask({ kind, pictures: chosen });
          }}
          onClear={onClear}
        />
      )}
      <Dialog open={task?.kind === "move"} onOpenChange={close} title={`Move ${countOf(pictures)}`} size="small">
        <BulkForm action={actions.move} pictures={pictures} confirm="Move" onDone={finish} onCancel={close}>
          <Field label="To" name="folderId">
            <Select defaultValue="">
              <FolderOptions folders={folders} />
            </Select>
          </Field>
        </BulkForm>
      </Dialog>
      <Dialog open={task?.kind === "delete"} onOpenChange={close} title={`Delete ${countOf(pictures)}?`} size="small">
        <BulkForm
          action={actions.removeMany}
          pictures={pictures}
          confirm="Delete"
          danger
          onDone={finish}
          onCancel={close}
        >
          <p>This can’t be undone. Pictures that something uses stay, and you will see where they are used.</p>
        </BulkForm>
      </Dialog>
      <OutcomeList
        outcomes={outcomes}
        onClose={() => {
          setOutcomes(null);
        }}
      />
    </>
  );
}

function withNames(outcomes: MediaOutcome[], pictures: LibraryPicture[]): NamedOutcome[] {
  const names = new Map(pictures.map(({ id, originalName }) => [id, originalName]));
  return outcomes.map((outcome) => ({ ...outcome, name: names.get(outcome.mediaId) ?? "A picture" }));
}

function SelectionTools(props: {
  count: number;
  mayDelete: boolean;
  onTask: (kind: Task["kind"]) => void;
  onClear: () => void;
}): ReactElement {
  const { count, mayDelete, onTask, onClear } = props;
  return (
    <section
      aria-label="Selected pictures"
      className="top-2 gap-2 rounded-lg border-accent bg-raised p-2 shadow-raised sticky z-10 flex flex-wrap items-center border"
    >
      <p role="status" className="px-1 font-semibold mr-auto">
        {count} selected
      </p>
      <Button
        size="small"
        onClick={() => {
          onTask("move");
        }}
      >
        <FolderInput aria-hidden className="size-4" />
        Move
      </Button>
      {mayDelete && (
        <Button
          size="small"
          look="danger"
          onClick={() => {
            onTask("delete");
          }}
        >
          <Trash2 aria-hidden className="size-4" />
          Delete
        </Button>
      )}
      <Button size="small" look="quiet" onClick={onClear}>
        Clear selection
      </Button>
    </section>
  );
}

function BulkForm(props: {
  action: FormAction<MediaOutcome[]>;
  pictures: LibraryPicture[];
  confirm: string;
  danger?: boolean;
  onDone: (outcomes: MediaOutcome[]) => void;
  onCancel: () => void;
  children: ReactElement;
}): ReactElement {
  return (
    <ActionForm action={props.action} onDone={props.onDone} className="gap-3 grid">
      {props.pictures.map(({ id }) => (
        <input key={id} type="hidden" name="mediaIds" value={id} />
      ))}
      {props.children}
      <DialogActions>
        <Button onClick={props.onCancel}>Cancel</Button>
        <SubmitButton look={props.danger ? "danger" : "primary"}>{props.confirm}</SubmitButton>
      </DialogActions>
    </ActionForm>
  );
}

function countOf(pictures: LibraryPicture[]): string {
  return pictures.length === 1 ? "1 picture" : `${String(pictures.length)} pictures`;
}
