"use client";
import { CircleCheck, CircleX } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { MediaOutcome } from "@/lib/media/types";

export type NamedOutcome = MediaOutcome & { name: string };

/** What came of each of many pictures. Null shows nothing. */
export function OutcomeList({
  outcomes,
  onClose,
}: {
  outcomes: NamedOutcome[] | null;
  onClose: () => void;
}): ReactElement {
  const left = (outcomes ?? []).filter(({ problem }) => problem !== null).length;
  return (
    <Dialog
      open={outcomes !== null}
      onOpenChange={onClose}
      title="What came of it"
      description={`${String((outcomes ?? []).length - left)} done, ${String(left)} left as they were.`}
    >
      <ul className="gap-2 grid">
        {outcomes?.map(({ mediaId, name, problem }) => (
          <li key={mediaId} className="gap-2 flex items-start">
            {problem === null ? (
              <CircleCheck aria-hidden className="mt-1 size-4 text-good shrink-0" />
            ) : (
              <CircleX aria-hidden className="mt-1 size-4 text-danger shrink-0" />
            )}
            <span className="min-w-0">
              <span className="font-semibold break-all">{name}</span>: {problem ?? "Done."}
            </span>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
