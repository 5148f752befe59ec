"use client";
import { useEffect, useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { WorkingCopy } from "@/lib/articles/schema";
import type { MergeQuestion } from "./autosave-types";
import { answered, answeredTogether, canBeTyped, problemOfTyped, type Choice } from "./merge-choices";
import { MergeConflictRow } from "./merge-conflict-row";
import type { MergeNaming } from "./merge-words";

type MergeDialogProps = {
  /** AutosaveSnapshot.question. */
  question: MergeQuestion | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Autosave.reopenQuestion: takes in what was typed since. */
  onReopen: () => void;
  /** Autosave.answerQuestion. */
  onAnswer: (copy: WorkingCopy) => void;
  naming: MergeNaming;
};

/** Where two people changed the same: what it was, mine and theirs side by side, and nothing is saved before each is decided. */
export function MergeDialog({ question, open, onOpenChange, onReopen, ...rest }: MergeDialogProps): ReactElement {
  const isOpen = open && question !== null;
  useEffect(() => {
    if (isOpen) onReopen();
  }, [isOpen, onReopen]);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      size="large"
      title="Two people changed the same"
      description={question ? explanation(question) : undefined}
    >
      {question && <Questions {...rest} question={question} onOpenChange={onOpenChange} />}
    </Dialog>
  );
}

function explanation({ by, conflicts }: MergeQuestion): string {
  const places = conflicts.length === 1 ? "one place" : `${String(conflicts.length)} places`;
  return `${by ?? "Somebody"} saved while you were writing. Everything else is merged already; decide ${places}. Nothing of either is lost until you save.`;
}

type QuestionsProps = Pick<MergeDialogProps, "onAnswer" | "onOpenChange" | "naming"> & { question: MergeQuestion };

function Questions({ question, onAnswer, onOpenChange, naming }: QuestionsProps): ReactElement {
  const [choices, setChoices] = useState<(Choice | undefined)[]>([]);
  const { conflicts } = question;
  const open = conflicts.filter((_, index) => choices[index] === undefined).length;
  const problems = conflicts.map((conflict, index) => {
    const choice = choices[index];
    return canBeTyped(conflict) && typeof choice === "object" ? problemOfTyped(conflict.field, choice.text) : null;
  });
  const choose = (index: number, choice: Choice): void => {
    const same = new Set(typeof choice === "object" ? [index] : answeredTogether(conflicts, index));
    setChoices(conflicts.map((_, place) => (same.has(place) ? choice : choices[place])));
  };
  const isReady = open === 0 && problems.every((problem) => problem === null);
  return (
    <form
      className="gap-6 grid"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAnswer(answered(question, choices));
        onOpenChange(false);
      }}
    >
      {conflicts.map((conflict, index) => (
        <MergeConflictRow
          key={index}
          conflict={conflict}
          by={question.by}
          naming={naming}
          choice={choices[index]}
          problem={problems[index] ?? null}
          onChoose={(choice) => {
            choose(index, choice);
          }}
        />
      ))}
      <div aria-live="polite">
        {open > 0 && <Notice>{open === 1 ? "One place is left." : `${String(open)} places are left.`}</Notice>}
      </div>
      <DialogActions>
        <Button
          onClick={() => {
            onOpenChange(false);
          }}
        >
          Decide later
        </Button>
        <Button type="submit" look="primary" disabled={!isReady}>
          Save the merged article
        </Button>
      </DialogActions>
    </form>
  );
}
