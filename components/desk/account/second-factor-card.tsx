"use client";
import { useState, type ReactElement } from "react";
import { CodeField } from "@/components/desk/sign-in/form-parts";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/web/action-state";
import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorSetup, type SetupFacts } from "./second-factor-setup";

export type SecondFactorView = {
  /** When it was set up, in words; null without one. */
  since: string | null;
  recoveryCodesLeft: number;
  offRefusal: string | null;
};

type SecondFactorCardProps = {
  state: SecondFactorView;
  email: string;
  actions: {
    start: FormAction<SetupFacts>;
    confirm: FormAction<string[]>;
    renewCodes: FormAction<string[]>;
    turnOff: FormAction;
  };
};

/** The second factor of one's own account. */
export function SecondFactorCard({ state, email, actions }: SecondFactorCardProps): ReactElement {
  // Once the set-up has begun it stays on the page until its recovery codes were read, also when the page is read again.
  const [settingUp, setSettingUp] = useState(false);
  const on = state.since !== null;
  return (
    <Card
      title="Second factor"
      description="A code of an app on your phone, asked for beside your password."
      actions={on ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
    >
      {settingUp ? (
        <div className="gap-4 grid justify-items-start">
          <SecondFactorSetup start={actions.start} confirm={actions.confirm} email={email} />
          <Button
            onClick={() => {
              setSettingUp(false);
            }}
          >
            {on ? "I have kept them" : "Cancel"}
          </Button>
        </div>
      ) : on ? (
        <Enrolled state={state} renewCodes={actions.renewCodes} turnOff={actions.turnOff} />
      ) : (
        <Button
          onClick={() => {
            setSettingUp(true);
          }}
        >
          Set up
        </Button>
      )}
    </Card>
  );
}

type EnrolledProps = { state: SecondFactorView; renewCodes: FormAction<string[]>; turnOff: FormAction };

function Enrolled({ state, renewCodes, turnOff }: EnrolledProps): ReactElement {
  const [open, setOpen] = useState<"codes" | "off" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = (): void => {
    setOpen(null);
    setCodes(null);
  };
  return (
    <div className="gap-3 grid">
      <p>
        On since {state.since}. {state.recoveryCodesLeft} recovery codes are left.
      </p>
      {state.recoveryCodesLeft < 3 && <Notice tone="warn">Make new recovery codes before you run out.</Notice>}
      <div className="gap-2 flex flex-wrap">
        <Button
          onClick={() => {
            setOpen("codes");
          }}
        >
          New recovery codes
        </Button>
        {state.offRefusal === null && (
          <Button
            look="danger"
            onClick={() => {
              setOpen("off");
            }}
          >
            Turn off
          </Button>
        )}
      </div>
      {state.offRefusal !== null && <p className="text-sm text-quiet">{state.offRefusal}</p>}
      <Dialog open={open === "codes"} onOpenChange={close} title="New recovery codes" size="small">
        {codes ? (
          <RecoveryCodes codes={codes} />
        ) : (
          <ActionForm action={renewCodes} className="gap-4 grid" onDone={setCodes}>
            <p>The codes you have now work no longer.</p>
            <PasswordField />
            <SubmitButton>Make new codes</SubmitButton>
          </ActionForm>
        )}
      </Dialog>
      <Dialog open={open === "off"} onOpenChange={close} title="Turn the second factor off" size="small">
        <ActionForm action={turnOff} className="gap-4 grid" onDone={close}>
          <p>Then your password alone opens your account.</p>
          <PasswordField />
          <CodeField hint="Of your authenticator app, or a recovery code." />
          <SubmitButton look="danger">Turn off</SubmitButton>
        </ActionForm>
      </Dialog>
    </div>
  );
}

function PasswordField(): ReactElement {
  return (
    <Field label="Password" name="password">
      <TextInput type="password" autoComplete="current-password" required />
    </Field>
  );
}
