"use client";
import type { ReactElement, ReactNode } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, Select, TextArea } from "@/components/ui/field";
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import { articleCount, nameOf } from "./article-row";
import type { Choice, ListChoices } from "@/lib/articles/list-choices";
import type { BulkAction, BulkReport, BulkRequest } from "./use-bulk";

type BulkDialogProps = {
  /** Null: closed. */
  request: BulkRequest | null;
  onClose: () => void;
  action: BulkAction;
  choices: Pick<ListChoices, "editors" | "reviewers">;
  onDone: (report: BulkReport) => void;
};

/** Asks what a verb needs to know, or whether it is meant. */
export function BulkDialog({ request, onClose, action, choices, onDone }: BulkDialogProps): ReactElement | null {
  if (!request) return null;
  const question = questionOf(request.verb, choices);
  const [first] = request.articles;
  const what = request.articles.length === 1 && first ? `“${nameOf(first)}”` : articleCount(request.articles.length);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`${question.title} ${what}`}
      size="small"
    >
      <ActionForm
        action={action}
        className="gap-3 grid"
        onDone={(results) => {
          onClose();
          onDone({ ...request, results });
        }}
      >
        <input type="hidden" name="verb" value={request.verb} />
        {request.articles.map(({ articleId }) => (
          <input key={articleId} type="hidden" name="articleIds" value={articleId} />
        ))}
        {question.body}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton look={question.danger ? "danger" : "primary"}>{question.confirm}</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}

/** Verbs that are not done at once. */
export function asksFirst(verb: BulkVerb): boolean {
  return ["publish", "withdraw", "assign", "remove"].includes(verb);
}

type Question = { title: string; body: ReactNode; confirm: string; danger?: boolean };

function questionOf(verb: BulkVerb, choices: BulkDialogProps["choices"]): Question {
  switch (verb) {
    case "withdraw":
      return { title: "Withdraw", confirm: "Withdraw", danger: true, body: <WithdrawalFields /> };
    case "assign":
      return { title: "Assign", confirm: "Assign", body: <AssignmentFields {...choices} /> };
    case "remove":
      return {
        title: "Delete",
        confirm: "Delete for good",
        danger: true,
        body: <p>The text, its revisions and its comments are gone after this. It can’t be undone.</p>,
      };
    default:
      return {
        title: "Publish",
        confirm: "Publish now",
        body: <p>Readers see it at once. What was planned for later is replaced by this.</p>,
      };
  }
}

function WithdrawalFields(): ReactElement {
  return (
    <>
      <Field
        label="Reason, for readers (required)"
        name="reason"
        hint="They see it with today’s date at the article’s address. Not needed when nothing is left there."
      >
        <TextArea maxLength={1000} />
      </Field>
      <Checkbox label="Leave nothing at the address" name="gone" hint="It answers 410: gone for good." />
    </>
  );
}

function AssignmentFields({ editors, reviewers }: BulkDialogProps["choices"]): ReactElement {
  return (
    <>
      <AccountField label="Editor" name="editorId" accounts={editors} />
      <AccountField label="Reviewer" name="reviewerId" accounts={reviewers} />
    </>
  );
}

function AccountField({ label, name, accounts }: { label: string; name: string; accounts: Choice[] }): ReactElement {
  return (
    <Field label={label} name={name}>
      <Select defaultValue="">
        <option value="">As it is</option>
        <option value="nobody">Nobody</option>
        {accounts.map(({ id, name: person }) => (
          <option key={id} value={id}>
            {person}
          </option>
        ))}
      </Select>
    </Field>
  );
}
