import type { ReactElement } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";

const looks: Record<string, { label: string; tone: BadgeTone }> = {
  queued: { label: "Waiting", tone: "accent" },
  sent: { label: "Sent", tone: "good" },
  failed: { label: "Failed", tone: "danger" },
  kept: { label: "Kept here", tone: "plain" },
};

/** What became of a mail. */
export function MailState({ state }: { state: string }): ReactElement {
  const { label, tone } = looks[state] ?? { label: state, tone: "plain" };
  return <Badge tone={tone}>{label}</Badge>;
}
