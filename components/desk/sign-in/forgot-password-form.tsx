"use client";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { deskSignInPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { EmailField, FormHeading } from "./form-parts";

/** Asks for a mail with a link. The answer is the same whether there is an account or not. */
export function ForgotPasswordForm({ action }: { action: FormAction<string> }): ReactElement {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <>
      <FormHeading title="A new password">
        <p>We send you a link with which you choose one. It works for an hour.</p>
      </FormHeading>
      {sentTo !== null && (
        <div role="status" className="mb-4">
          <Notice tone="good">
            If {sentTo} has an account, a mail is on its way. Nothing there? Look into the spam folder, or ask an
            administrator.
          </Notice>
        </div>
      )}
      <ActionForm action={action} className="gap-4 grid" onDone={setSentTo}>
        <EmailField />
        <SubmitButton>Send the link</SubmitButton>
        <Link href={deskSignInPath} className="text-accent justify-self-start underline">
          Back to sign-in
        </Link>
      </ActionForm>
    </>
  );
}
