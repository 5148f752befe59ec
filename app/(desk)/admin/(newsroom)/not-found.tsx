import { FileQuestion } from "lucide-react";
import type { ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath } from "@/lib/desk-urls";

export default function NotFound(): ReactElement {
  return (
    <EmptyState
      icon={FileQuestion}
      title="There is nothing here"
      action={<LinkButton href={deskPath}>To the dashboard</LinkButton>}
    >
      The address may be mistyped, or what was here is gone.
    </EmptyState>
  );
}
