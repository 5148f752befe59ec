"use client";
import { useState, type ReactElement } from "react";
import { CodeField } from "@/components/desk/sign-in/form-parts";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Field, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";
import { QrCode, type QrCodeShape } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";

export type SetupFacts = { secret: string; qr: QrCodeShape };

type SecondFactorSetupProps = {
  start: FormAction<SetupFacts>;
  confirm: FormAction<string[]>;
  email: string;
};

/** Password, then the app, then the recovery codes. */
export function SecondFactorSetup({ start, confirm, email }: SecondFactorSetupProps): ReactElement {
  const [facts, setFacts] = useState<SetupFacts | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} />;
  if (facts) {
    return (
      <ActionForm key="confirm" action={confirm} className="gap-4 grid" onDone={setCodes}>
        <p>Scan this with your authenticator app, then type the code that it shows.</p>
        <QrCode code={facts.qr} label="QR code for your authenticator app" />
        <p className="text-sm text-quiet">
          Or type this key into the app: <span className="font-mono text-ink break-all">{inGroups(facts.secret)}</span>
        </p>
        <CodeField hint="Six digits." />
        <SubmitButton>Turn on</SubmitButton>
      </ActionForm>
    );
  }
  return (
    <ActionForm key="start" action={start} className="gap-4 grid" onDone={setFacts}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label="Password" name="password" hint="To be sure that it is you.">
        <TextInput type="password" autoComplete="current-password" required />
      </Field>
      <SubmitButton>Set up an authenticator app</SubmitButton>
    </ActionForm>
  );
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
