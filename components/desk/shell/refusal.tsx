import { DoorClosed } from "lucide-react";
import type { ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath } from "@/lib/desk-urls";

/** Stands in place of a screen that somebody may not see, or that can't be shown, with the reason. */
export function Refusal({ reason }: { reason: string }): ReactElement {
  return (
    <EmptyState
      icon={DoorClosed}
      title="This can’t be shown"
      action={<LinkButton href={deskPath}>To the dashboard</LinkButton>}
    >
      {reason}
    </EmptyState>
  );
}
