"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field, Select, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";

export type InvitationLine = {
  id: number;
  email: string;
  role: string;
  /** In words. */
  sent: string;
  invitedBy: string | null;
  ended: boolean;
};

type InvitationsProps = {
  invitations: InvitationLine[];
  roles: readonly string[];
  invite: FormAction;
  revoke: FormAction;
};

/** Sending invitations, and those that nobody has followed yet. */
export function Invitations({ invitations, roles, invite, revoke }: InvitationsProps): ReactElement {
  return (
    <Card title="Invitations" description="A mail with a link that works once, for seven days.">
      <ActionForm action={invite} className="gap-3 sm:grid-cols-[1fr_12rem_auto] grid items-start" resetWhenDone>
        <Field label="E-mail address" name="email">
          <TextInput type="email" autoComplete="off" required />
        </Field>
        <Field label="Role" name="role">
          <Select defaultValue="author">
            {roles.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </Select>
        </Field>
        <SubmitButton className="sm:mt-6.5">Invite</SubmitButton>
      </ActionForm>
      {invitations.length > 0 && (
        <ul aria-label="Open invitations" className="mt-4 divide-line divide-y">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="gap-3 py-2 flex flex-wrap items-center justify-between">
              <div className="min-w-0">
                <p className="font-semibold break-all">
                  {invitation.email} <Badge>{invitation.role}</Badge>{" "}
                  {invitation.ended && <Badge tone="warn">Ended</Badge>}
                </p>
                <p className="text-sm text-quiet">
                  Sent {invitation.sent}
                  {invitation.invitedBy ? ` by ${invitation.invitedBy}` : ""}
                </p>
              </div>
              <ConfirmButton
                action={revoke}
                fields={{ invitationId: invitation.id }}
                size="small"
                title="Take the invitation back?"
                explanation={`The link that ${invitation.email} has works no longer.`}
                confirm="Take it back"
                aria-label={`Take back the invitation of ${invitation.email}`}
              >
                Take back
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
