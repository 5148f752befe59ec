import { Lock } from "lucide-react";
import type { ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath } from "@/lib/desk-urls";

/** A screen that somebody's role does not open, and why. */
export function NoAccess({ reason }: { reason: string }): ReactElement {
  return (
    <EmptyState
      icon={Lock}
      title="This is not part of your role"
      action={<LinkButton href={deskPath}>To the dashboard</LinkButton>}
    >
      {reason}
    </EmptyState>
  );
}
