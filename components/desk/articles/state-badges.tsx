import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { dayAndTime } from "@/lib/site-days";
import { stateWords, type ArticleRow } from "./article-row";

type StateBadgesProps = {
  article: Pick<ArticleRow, "state" | "live" | "unpublishedChanges" | "publicFrom" | "publicUntil" | "trashedAt">;
  timeZone: string;
  now: Date;
};

/** Where an article stands: its state, whether readers see it, and what is planned. */
export function StateBadges({ article, timeZone, now }: StateBadgesProps): ReactElement {
  const { state, live, unpublishedChanges, publicFrom, publicUntil, trashedAt } = article;
  const words = stateWords[state];
  const planned = publicFrom !== null && publicFrom > now;
  const ends = publicUntil !== null && publicUntil > now;
  return (
    <span className="gap-1 inline-flex flex-wrap">
      {trashedAt && <Badge tone="danger">In the trash</Badge>}
      <Badge tone={words.tone}>{words.label}</Badge>
      {live && state !== "published" && <Badge tone="good">Live</Badge>}
      {unpublishedChanges && <Badge tone="warn">Unpublished changes</Badge>}
      {planned && <Badge tone="accent">From {dayAndTime(publicFrom, timeZone)}</Badge>}
      {ends && <Badge tone="warn">Until {dayAndTime(publicUntil, timeZone)}</Badge>}
    </span>
  );
}
