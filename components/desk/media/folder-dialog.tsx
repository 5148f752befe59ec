"use client";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, Select, TextInput } from "@/components/ui/field";
import { deskMediaListPath } from "@/lib/desk-urls";
import type { MediaFolderView } from "@/lib/media/types";
import { FolderOptions } from "./folder-options";
import type { MediaActions } from "./media-actions";

export type FolderTask =
  | { kind: "create"; parentId: number | null }
  | { kind: "change"; folder: MediaFolderView }
  | { kind: "delete"; folder: MediaFolderView };

type FolderDialogProps = {
  task: FolderTask | null;
  folders: MediaFolderView[];
  actions: MediaActions;
  onClose: () => void;
};

const titles = { create: "New folder", change: "Rename or move folder", delete: "Delete folder" } as const;

/** Makes, changes or removes a folder. */
export function FolderDialog({ task, folders, actions, onClose }: FolderDialogProps): ReactElement {
  return (
    <Dialog
      open={task !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={task ? titles[task.kind] : ""}
      size="small"
    >
      {task?.kind === "create" && (
        <CreateFolder parentId={task.parentId} folders={folders} action={actions.createFolder} onClose={onClose} />
      )}
      {task?.kind === "change" && (
        <ActionForm action={actions.updateFolder} onDone={onClose} className="gap-4 grid">
          <input type="hidden" name="folderId" value={task.folder.id} />
          <FolderFields
            name={task.folder.name}
            parentId={task.folder.parentId}
            folders={folders}
            self={task.folder.id}
          />
          <Answers confirm="Save" onClose={onClose} />
        </ActionForm>
      )}
      {task?.kind === "delete" && (
        <ActionForm action={actions.removeFolder} onDone={onClose} className="gap-4 grid">
          <input type="hidden" name="folderId" value={task.folder.id} />
          <p>“{task.folder.name}” is deleted if it is empty. Pictures are never deleted with a folder.</p>
          <Answers confirm="Delete folder" danger onClose={onClose} />
        </ActionForm>
      )}
    </Dialog>
  );
}

function CreateFolder(props: {
  parentId: number | null;
  folders: MediaFolderView[];
  action: MediaActions["createFolder"];
  onClose: () => void;
}): ReactElement {
  const router = useRouter();
  return (
    <ActionForm
      action={props.action}
      className="gap-4 grid"
      onDone={(folderId) => {
        props.onClose();
        router.push(deskMediaListPath({ folder: String(folderId) }));
      }}
    >
      <FolderFields name="" parentId={props.parentId} folders={props.folders} />
      <Answers confirm="Create folder" onClose={props.onClose} />
    </ActionForm>
  );
}

function FolderFields(props: {
  name: string;
  parentId: number | null;
  folders: MediaFolderView[];
  self?: number;
}): ReactElement {
  return (
    <>
      <Field label="Name" name="name">
        <TextInput defaultValue={props.name} maxLength={80} required autoFocus autoComplete="off" />
      </Field>
      <Field label="Inside" name="parentId">
        <Select defaultValue={props.parentId === null ? "" : String(props.parentId)}>
          <FolderOptions folders={props.folders} {...(props.self !== undefined && { without: props.self })} />
        </Select>
      </Field>
    </>
  );
}

function Answers(props: { confirm: string; danger?: boolean; onClose: () => void }): ReactElement {
  return (
    <DialogActions>
      <Button onClick={props.onClose}>Cancel</Button>
      <SubmitButton look={props.danger ? "danger" : "primary"}>{props.confirm}</SubmitButton>
    </DialogActions>
  );
}
