"use client";
import { useState, type ReactElement } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Recovery } from "./local-copies";

type RecoveryNoticeProps = {
  recoveries: readonly Recovery[];
  /** Autosave.takeBack and Autosave.letGo. */
  onTakeBack: (recovery: Recovery) => Promise<boolean>;
  onLetGo: (recovery: Recovery) => Promise<void>;
};

const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

/** Offers back what a crash or a lost network left in this browser, newest first, one after the other. */
export function RecoveryNotice({ recoveries, onTakeBack, onLetGo }: RecoveryNoticeProps): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [recovery] = recoveries;
  if (!recovery) return null;
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    const done = await onTakeBack(recovery);
    setBusy(false);
    if (done) toast.success("Your unsaved work is back.");
    else toast.error("What is on the screen could not be saved, so nothing was brought back. Try again in a moment.");
  };
  return (
    <Notice tone="warn">
      <p>
        This browser kept work on this article that never reached the server, from{" "}
        <strong>{moment.format(recovery.at)}</strong>.
      </p>
      <div className="mt-2 gap-2 flex flex-wrap">
        <Button look="primary" size="small" pending={busy} onClick={() => void takeBack()}>
          Bring it back
        </Button>
        <Button
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          Let it go
        </Button>
      </div>
      <Dialog open={asking} onOpenChange={setAsking} size="small" title="Let the unsaved work go?">
        <p>It is removed from this browser and can’t be brought back.</p>
        <DialogActions>
          <Button
            onClick={() => {
              setAsking(false);
            }}
          >
            Keep it
          </Button>
          <Button
            look="danger"
            onClick={() => {
              setAsking(false);
              void onLetGo(recovery);
            }}
          >
            Let it go
          </Button>
        </DialogActions>
      </Dialog>
    </Notice>
  );
}
