"use client";
import type { ReactElement } from "react";
import { NewPasswordField } from "@/components/desk/sign-in/form-parts";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";

/** One's name, and what only an administrator changes. */
export function ProfileCard({
  user,
  rename,
}: {
  user: { name: string; email: string; role: string };
  rename: FormAction;
}): ReactElement {
  return (
    <Card title="Profile" description={`You sign in as ${user.email}. Your role: ${user.role}.`}>
      <ActionForm action={rename} className="gap-4 grid justify-items-start">
        <Field label="Name" name="name" hint="As colleagues see it." className="w-full">
          <TextInput autoComplete="name" maxLength={120} required defaultValue={user.name} />
        </Field>
        <SubmitButton look="plain">Save the name</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Changing the password, with the present one. */
export function PasswordCard({ email, change }: { email: string; change: FormAction }): ReactElement {
  return (
    <Card title="Password" description="A new one signs you out everywhere but here.">
      <ActionForm action={change} className="gap-4 grid justify-items-start" resetWhenDone>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label="Present password" name="currentPassword" className="w-full">
          <TextInput type="password" autoComplete="current-password" required />
        </Field>
        <NewPasswordField label="New password" name="newPassword" />
        <SubmitButton look="plain">Change the password</SubmitButton>
      </ActionForm>
    </Card>
  );
}
