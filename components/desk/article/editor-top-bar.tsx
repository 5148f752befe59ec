"use client";
import { Eye, History, Save } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { dateAndTime } from "@/lib/dates";
import { deskRevisionsPath } from "@/lib/desk-urls";
import { useArticleSession } from "./article-session";
import type { EditorArticle } from "./editor-article";
import { StateBadge } from "./state-badge";
import { useBarHeight } from "./use-bar-height";

type EditorTopBarProps = {
  article: EditorArticle;
  /** How saving goes. */
  status: ReactNode;
  previewing: boolean;
  onPreview: (previewing: boolean) => void;
  /** Null for who does not write. */
  onSave: (() => void) | null;
  /** What can be done: share, workflow. */
  children: ReactNode;
};

/**
 * Where the article stands, whether it is saved, and what comes next. Stays in sight while one writes, but on a phone, where the
 * text and its tools need the room.
 */
export function EditorTopBar({
  article,
  status,
  previewing,
  onPreview,
  onSave,
  children,
}: EditorTopBarProps): ReactElement {
  const bar = useBarHeight();
  return (
    <div
      ref={bar}
      className="top-0 -mx-3 mb-4 gap-x-3 gap-y-2 border-line bg-surface px-3 py-2 sm:-mx-6 sm:px-6 md:sticky md:z-20 flex flex-wrap items-center border-b"
    >
      <StateBadge state={article.state} />
      {article.live && article.unpublishedChanges && <Badge tone="warn">Changes not published</Badge>}
      <PublicFacts article={article} />
      <div className="mr-auto">{status}</div>
      {onSave && (
        <Button
          look="quiet"
          size="icon"
          aria-label="Save as a revision"
          aria-keyshortcuts="Control+S Meta+S"
          onClick={onSave}
        >
          <Save aria-hidden />
        </Button>
      )}
      <Button
        look={previewing ? "plain" : "quiet"}
        size="small"
        aria-pressed={previewing}
        onClick={() => {
          onPreview(!previewing);
        }}
      >
        <Eye aria-hidden className="size-4" />
        Preview
      </Button>
      <LinkButton look="quiet" size="icon" href={deskRevisionsPath(article.articleId)} aria-label="Revisions">
        <History aria-hidden />
      </LinkButton>
      {children}
    </div>
  );
}

function PublicFacts({
  article: { live, planned, withdrawal },
}: Pick<EditorTopBarProps, "article">): ReactElement | null {
  const { timeZone } = useArticleSession();
  const facts = [
    planned && `From ${dateAndTime(planned.visibleFrom, timeZone)}`,
    live?.visibleUntil && `Until ${dateAndTime(live.visibleUntil, timeZone)}`,
    withdrawal && `Withdrawn ${dateAndTime(withdrawal.at, timeZone)}`,
  ].filter(Boolean);
  if (!live && facts.length === 0) return null;
  return (
    <p className="text-sm text-quiet">
      {facts.join(" · ")}
      {live && (
        <>
          {facts.length > 0 && " · "}
          <a href={live.path} target="_blank" rel="noreferrer" className="underline">
            See it on the site
          </a>
        </>
      )}
    </p>
  );
}
