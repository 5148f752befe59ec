import { DoorClosed, Lock } from "lucide-react";
import type { ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath } from "@/lib/desk-urls";

type RefusalProps = {
  reason: string;
  /** When it is the role that does not open the screen. */
  roleTitle?: string;
};

/** Stands in place of a screen that somebody may not see, or that can't be shown, with the reason. */
export function Refusal({ reason, roleTitle }: RefusalProps): ReactElement {
  return (
    <EmptyState
      icon={roleTitle ? Lock : DoorClosed}
      title={roleTitle ?? "This can’t be shown"}
      action={<LinkButton href={deskPath}>To the dashboard</LinkButton>}
    >
      {reason}
    </EmptyState>
  );
}
