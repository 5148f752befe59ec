"use client";
import { CircleAlert, CircleCheck, CloudOff, GitMerge, LoaderCircle, Pencil } from "lucide-react";
import type { ReactElement } from "react";
import type { AutosaveSnapshot, AutosaveStatus } from "@/components/desk/autosave/autosave-types";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

const looks = {
  saved: { icon: CircleCheck, text: "Saved", tone: "text-quiet" },
  unsaved: { icon: Pencil, text: "Not saved yet", tone: "text-quiet" },
  saving: { icon: LoaderCircle, text: "Saving…", tone: "text-quiet" },
  offline: { icon: CloudOff, text: "Offline, kept in this browser", tone: "text-warn" },
  conflict: { icon: GitMerge, text: "Both of you changed the same", tone: "text-danger" },
  failed: { icon: CircleAlert, text: "Not saved", tone: "text-danger" },
} as const satisfies Record<AutosaveStatus, unknown>;

type SaveStatusProps = { autosave: AutosaveSnapshot; onRetry: () => void; onResolve: () => void };

/** Whether every word is safe, at any moment, in words and not by colour alone. */
export function SaveStatus({ autosave, onRetry, onResolve }: SaveStatusProps): ReactElement {
  const { icon: Icon, text, tone } = looks[autosave.status];
  const failed = autosave.status === "failed" || autosave.status === "offline";
  return (
    <div className={classNames("gap-1.5 text-sm flex items-center", tone)}>
      <Icon aria-hidden className={classNames("size-4 shrink-0", autosave.status === "saving" && "animate-spin")} />
      <span role="status">
        {text}
        {autosave.status === "failed" && autosave.problem && `: ${autosave.problem.message}`}
        {autosave.withoutLocalCopy && autosave.status !== "saved" && " This browser keeps no copy."}
      </span>
      {failed && (
        <Button look="quiet" size="small" onClick={onRetry}>
          Try now
        </Button>
      )}
      {autosave.status === "conflict" && (
        <Button look="plain" size="small" onClick={onResolve}>
          Look at both
        </Button>
      )}
    </div>
  );
}
