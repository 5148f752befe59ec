"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Field, Select } from "@/components/ui/field";
import type { AccountName } from "@/lib/articles/types";
import type { FormAction } from "@/lib/web/action-state";
import type { EditorArticle } from "./editor-article";

/** Accounts that can be given an article; null for who may not give any. */
export type Assignable = { editors: readonly AccountName[]; reviewers: readonly AccountName[] };

type AssignmentFormProps = { article: EditorArticle; choices: Assignable; action: FormAction<unknown> };

/** Who looks after the article, and who reviews it. Both are told by mail. */
export function AssignmentForm({ article, choices, action }: AssignmentFormProps): ReactElement {
  const { articleId, editor, assignedReviewer } = article;
  return (
    <ActionForm action={action} className="gap-3 rounded-md border-line bg-raised p-3 sm:grid-cols-2 grid border">
      <input type="hidden" name="articleId" value={articleId} />
      <Account label="Editor" name="editorId" chosen={editor} accounts={choices.editors} />
      <Account label="Reviewer" name="reviewerId" chosen={assignedReviewer} accounts={choices.reviewers} />
      <SubmitButton look="plain" size="small" className="justify-self-start">
        Assign
      </SubmitButton>
    </ActionForm>
  );
}

type AccountProps = { label: string; name: string; chosen: AccountName | null; accounts: readonly AccountName[] };

function Account({ label, name, chosen, accounts }: AccountProps): ReactElement {
  return (
    <Field label={label} name={name}>
      <Select defaultValue={chosen?.id ?? ""}>
        <option value="">Nobody</option>
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {account.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
