"use client";
import { TriangleAlert } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What failed here; the rest of the desk stands. Production hides messages of the server, so reasons are shown by pages. */
export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}): ReactElement {
  return (
    <EmptyState
      icon={TriangleAlert}
      title="This page could not be shown"
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing you wrote is lost. If it happens again, tell an administrator
      {error.digest ? ` and name the number ${error.digest}` : ""}.
    </EmptyState>
  );
}
