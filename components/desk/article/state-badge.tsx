import type { ReactElement } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ArticleState } from "@/lib/articles/states";

const looks: Record<ArticleState, { label: string; tone: BadgeTone }> = {
  draft: { label: "Draft", tone: "plain" },
  in_review: { label: "In review", tone: "warn" },
  changes_requested: { label: "Changes requested", tone: "danger" },
  approved: { label: "Approved", tone: "accent" },
  scheduled: { label: "Scheduled", tone: "accent" },
  published: { label: "Published", tone: "good" },
  withdrawn: { label: "Withdrawn", tone: "danger" },
};

export function StateBadge({ state }: { state: ArticleState }): ReactElement {
  const { label, tone } = looks[state];
  return <Badge tone={tone}>{label}</Badge>;
}
