"use client";
import { useRouter } from "next/navigation";
import { useState, type ReactElement } from "react";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { WorkingCopy } from "@/lib/articles/schema";
import { deskArticlePath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { fieldWords } from "./field-words";

type NotRestored = { field: keyof WorkingCopy; reason: string };
export type RestoreAction = FormAction<{ notRestored: NotRestored[] }>;

type RestoreButtonProps = {
  action: RestoreAction;
  articleId: number;
  /** Of the working copy as it was when this page was made. */
  expectedVersion: number;
  /** Which revision. */
  number: number;
};

/** Makes the text of a revision the working copy again, and says what could not be brought back. */
export function RestoreButton({ action, articleId, expectedVersion, number }: RestoreButtonProps): ReactElement {
  const router = useRouter();
  const [lost, setLost] = useState<NotRestored[]>([]);
  return (
    <>
      <ConfirmButton
        size="small"
        action={action}
        fields={{ articleId, expectedVersion, number }}
        aria-label={`Restore version ${String(number)}`}
        title={`Restore version ${String(number)}?`}
        explanation="Its text becomes the working copy. What stands there now is kept as a version of its own, and readers see no change until you publish."
        confirm="Restore"
        onDone={({ notRestored }) => {
          if (notRestored.length > 0) setLost(notRestored);
          else router.push(deskArticlePath(articleId));
        }}
      >
        Restore
      </ConfirmButton>
      <Dialog
        open={lost.length > 0}
        onOpenChange={(open) => {
          if (!open) setLost([]);
        }}
        title="Restored, except for this"
        description="Everything else is as it was in that version."
        size="small"
      >
        <ul className="gap-2 grid">
          {lost.map(({ field, reason }) => (
            <li key={`${field} ${reason}`}>
              <strong>{fieldWords[field]}:</strong> {reason}
            </li>
          ))}
        </ul>
        <DialogActions>
          <LinkButton look="primary" href={deskArticlePath(articleId)}>
            To the article
          </LinkButton>
        </DialogActions>
      </Dialog>
    </>
  );
}
