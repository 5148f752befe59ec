"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { FormAction } from "@/lib/web/action-state";

export type SessionLine = {
  id: string;
  /** "Firefox on Linux" */
  browser: string;
  network: string;
  /** In words. */
  lastSeen: string;
  started: string;
  isThis: boolean;
};

type SessionsCardProps = { sessions: SessionLine[]; endOne: FormAction; endAll: FormAction };

/** Where one is signed in. */
export function SessionsCard({ sessions, endOne, endAll }: SessionsCardProps): ReactElement {
  return (
    <Card
      title="Where you are signed in"
      description="Something here you don't know? Sign out everywhere and change your password."
      actions={
        <ConfirmButton
          action={endAll}
          fields={{}}
          look="danger"
          title="Sign out everywhere?"
          explanation="Every browser is signed out at once, this one too."
          confirm="Sign out everywhere"
        >
          Sign out everywhere
        </ConfirmButton>
      }
    >
      <ul aria-label="Sessions" className="divide-line divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="gap-3 py-3 flex flex-wrap items-center justify-between">
            <div className="min-w-0">
              <p className="font-semibold">
                {session.browser} {session.isThis && <Badge tone="accent">This browser</Badge>}
              </p>
              <p className="text-sm text-quiet">
                Last used {session.lastSeen}, started {session.started}, network {session.network}
              </p>
            </div>
            {!session.isThis && (
              <ActionForm action={endOne}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton look="plain" size="small" aria-label={`Sign out ${session.browser}`}>
                  Sign out
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
