"use client";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Select } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";

export type UserLine = {
  id: number;
  name: string;
  email: string;
  role: string;
  disabled: boolean;
  hasSecondFactor: boolean;
  /** In words. */
  lastSeen: string | null;
  isSelf: boolean;
};

export type UserActions = {
  changeRole: FormAction;
  disable: FormAction;
  enable: FormAction;
  removeSecondFactor: FormAction;
};

type ManageUserProps = { user: UserLine; roles: readonly string[]; actions: UserActions };

/** What an administrator may do to one account. */
export function ManageUser({ user, roles, actions }: ManageUserProps): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        aria-label={`Manage ${user.name}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        Manage
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={user.name} description={user.email} size="small">
        <div className="gap-6 grid">
          <ActionForm action={actions.changeRole} className="gap-3 grid justify-items-start" onDone={close}>
            <input type="hidden" name="userId" value={user.id} />
            <Field label="Role" name="role" hint="Holds at their next click." className="w-full">
              <Select defaultValue={user.role}>
                {roles.map((role) => (
                  <option key={role}>{role}</option>
                ))}
              </Select>
            </Field>
            <SubmitButton>Change the role</SubmitButton>
          </ActionForm>
          <div className="gap-2 flex flex-wrap">
            <AccessButton user={user} actions={actions} onDone={close} />
            <ConfirmButton
              action={actions.removeSecondFactor}
              fields={{ userId: user.id }}
              look="danger"
              hidden={!user.hasSecondFactor}
              title="Remove the second factor?"
              explanation={`For somebody who has lost phone and recovery codes. Be sure that it is ${user.name} who asks.`}
              confirm="Remove it"
              onDone={close}
            >
              Remove second factor
            </ConfirmButton>
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** Both stay in the page, one of them hidden: the one that was pressed must be there to close the dialog afterwards. */
function AccessButton({
  user,
  actions,
  onDone,
}: Omit<ManageUserProps, "roles"> & { onDone: () => void }): ReactElement {
  return (
    <>
      <ActionForm action={actions.enable} onDone={onDone} hidden={!user.disabled}>
        <input type="hidden" name="userId" value={user.id} />
        <SubmitButton look="plain">Enable the account</SubmitButton>
      </ActionForm>
      <ConfirmButton
        action={actions.disable}
        fields={{ userId: user.id }}
        look="danger"
        hidden={user.disabled}
        title={`Disable the account of ${user.name}?`}
        explanation="They are signed out at once and can't sign in. What they have written stays. You can enable it again."
        confirm="Disable the account"
        onDone={onDone}
      >
        Disable the account
      </ConfirmButton>
    </>
  );
}
