"use client";
import Link from "next/link";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { deskForgotPasswordPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { CodeField, EmailField, FormHeading } from "./form-parts";

/** After a right password of an account with a second factor: what the code must come with. */
export type PasswordStepResult = { ticket: string };

type SignInFormProps = {
  /** Where to go afterwards. */
  next: string;
  checkPassword: FormAction<PasswordStepResult>;
  checkCode: FormAction;
};

/** The password first, then the code where the account has a second factor. */
export function SignInForm({ next, checkPassword, checkCode }: SignInFormProps): ReactElement {
  const [ticket, setTicket] = useState<string | null>(null);
  if (ticket !== null) {
    return (
      <CodeStep
        next={next}
        ticket={ticket}
        action={checkCode}
        onBack={() => {
          setTicket(null);
        }}
      />
    );
  }
  return (
    <>
      <FormHeading title="Sign in" />
      <ActionForm
        action={checkPassword}
        className="gap-4 grid"
        onDone={(result) => {
          setTicket(result.ticket);
        }}
      >
        <input type="hidden" name="next" value={next} />
        <EmailField />
        <Field label="Password" name="password">
          <TextInput type="password" autoComplete="current-password" required />
        </Field>
        <SubmitButton>Sign in</SubmitButton>
        <Link href={deskForgotPasswordPath} className="text-accent justify-self-start underline">
          Forgot your password?
        </Link>
      </ActionForm>
    </>
  );
}

type CodeStepProps = { next: string; ticket: string; action: FormAction; onBack: () => void };

function CodeStep({ next, ticket, action, onBack }: CodeStepProps): ReactElement {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => {
    step.current?.querySelector<HTMLInputElement>("input[name=code]")?.focus();
  }, []);
  return (
    <div ref={step}>
      <FormHeading title="One more step" />
      <ActionForm action={action} className="gap-4 grid">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="ticket" value={ticket} />
        <CodeField hint="Six digits from your authenticator app, or one of your recovery codes." />
        <div className="gap-2 flex flex-wrap">
          <SubmitButton>Continue</SubmitButton>
          <Button look="quiet" onClick={onBack}>
            Start again
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
