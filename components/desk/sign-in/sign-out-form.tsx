"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";

/** Asked for, since a mere link could be followed by a browser that only looks ahead. */
export function SignOutForm({ action }: { action: FormAction }): ReactElement {
  return (
    <ActionForm action={action} className="gap-2 flex flex-wrap">
      <SubmitButton>Sign out</SubmitButton>
      <LinkButton href={deskPath} look="quiet">
        Stay
      </LinkButton>
    </ActionForm>
  );
}
