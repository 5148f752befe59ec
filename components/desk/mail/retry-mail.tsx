"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/web/action-state";

/** Puts a mail on its way once more. */
export function RetryMail({ mailId, action }: { mailId: number; action: FormAction }): ReactElement {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="mailId" value={mailId} />
      <SubmitButton>Send again</SubmitButton>
    </ActionForm>
  );
}
