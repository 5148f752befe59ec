"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Field, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";
import { EmailField, NewPasswordField } from "./form-parts";

type TokenFormProps = { token: string; action: FormAction };

/** Chooses a new password with the link of a mail. */
export function ResetPasswordForm({ token, action }: TokenFormProps): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="token" value={token} />
      <NewPasswordField label="New password" />
      <SubmitButton>Change the password</SubmitButton>
    </ActionForm>
  );
}

/** Makes the account of an invitation. `email` is only shown, for the person and for their password manager. */
export function InvitationForm({ token, action, email }: TokenFormProps & { email: string }): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NameField />
      <NewPasswordField />
      <SubmitButton>Create my account</SubmitButton>
    </ActionForm>
  );
}

/** Makes the first account of a new site. */
export function FirstAdministratorForm({ token, action }: TokenFormProps): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="token" value={token} />
      <NameField />
      <EmailField hint="You sign in with it." />
      <NewPasswordField />
      <SubmitButton>Create my account</SubmitButton>
    </ActionForm>
  );
}

function NameField(): ReactElement {
  return (
    <Field label="Name" name="name" hint="As colleagues see it.">
      <TextInput autoComplete="name" maxLength={120} required />
    </Field>
  );
}
