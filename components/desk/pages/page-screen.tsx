"use client";
import { useState, type ReactElement } from "react";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskPagesPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { PageForm, type PageValues } from "./page-form";

type PageScreenProps = {
  id: number;
  version: number;
  /** Where readers find it. */
  path: string;
  initial: PageValues;
  media: Readonly<Record<number, EditorPicture>>;
  revisions: { number: number; title: string; at: string; who: string | null }[];
  actions: { save: FormAction<unknown>; restore: FormAction<unknown>; remove: FormAction<never> };
};

/** One static page with what it said before. */
export function PageScreen(props: PageScreenProps): ReactElement {
  const { id, version, path, initial, media, actions } = props;
  const title = initial.title ?? "";
  const [restored, setRestored] = useState(0);
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <LinkButton href={deskPagesPath}>All pages</LinkButton>
            <LinkButton href={path} prefetch={false}>
              See the page
            </LinkButton>
          </>
        }
      />
      <div className="gap-6 grid">
        {/* The editor reads its text once: what was brought back comes with a new key. */}
        <PageForm key={restored} initial={initial} media={media} action={actions.save} submit="Save and put online">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="expectedVersion" value={version} />
        </PageForm>
        <Revisions
          {...props}
          onRestored={() => {
            setRestored(restored + 1);
          }}
        />
        <Card title="Delete" description="Possible while no menu leads to it. Its last text stays in the audit log.">
          <ConfirmButton
            look="danger"
            action={actions.remove}
            fields={{ id, expectedVersion: version }}
            title={`Delete ${title}?`}
            explanation="Readers no longer find it, and its revisions go with it."
            confirm="Delete the page"
          >
            Delete the page
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}

function Revisions(props: PageScreenProps & { onRestored: () => void }): ReactElement {
  const { id, version, revisions, actions, onRestored } = props;
  return (
    <Card title="Revisions" description="Everything this page has said. Bringing one back is a new save.">
      <ol aria-label="Revisions" className="divide-line divide-y">
        {revisions.map(({ number, title, at, who }) => (
          <li key={number} className="gap-2 py-2 flex flex-wrap items-center justify-between">
            <span className="min-w-0 break-words">
              {number}. {title}{" "}
              <span className="text-sm text-quiet">
                {at}
                {who && `, ${who}`}
              </span>
            </span>
            {number === version ? (
              <span className="text-sm text-quiet">Live</span>
            ) : (
              <ConfirmButton
                size="small"
                aria-label={`Bring revision ${String(number)} back`}
                action={actions.restore}
                fields={{ id, expectedVersion: version, number }}
                onDone={onRestored}
                title={`Bring revision ${String(number)} back?`}
                explanation="Readers see it at once. What the page says now stays as a revision; what you typed here and did not save is lost."
                confirm="Bring it back"
              >
                Bring back
              </ConfirmButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
