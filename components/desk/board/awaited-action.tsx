"use client";
import type { ReactElement } from "react";
import { nameOf } from "@/components/desk/articles/article-row";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { ArticleListItem } from "@/lib/articles/types";
import type { FormAction } from "@/lib/web/action-state";
import type { BoardActions } from "./board-actions";
import type { BoardColumnId } from "./board-columns";
import { PublishButton } from "./publish-button";
import { Reference } from "./reference";
import { RequestChangesButton } from "./request-changes-button";

type AwaitedActionProps = {
  column: BoardColumnId;
  item: ArticleListItem;
  actions: BoardActions;
  mayPublish: boolean;
  timeZone: string;
  now: Date;
};

/** What an article of a column waits for. */
export function AwaitedAction({ column, item, actions, ...rest }: AwaitedActionProps): ReactElement | null {
  const { mayPublish, timeZone, now } = rest;
  switch (column) {
    case "changesRequested":
      return <OneStep action={actions.submit} item={item} words="Submit again" />;
    case "myDrafts":
      return <OneStep action={actions.submit} item={item} words="Submit for review" />;
    case "toReview":
    case "toApprove":
      return (
        <div className="gap-2 flex flex-wrap items-start">
          <OneStep action={actions.approve} item={item} words="Approve" look="primary" />
          <RequestChangesButton action={actions.askForChanges} item={item} />
        </div>
      );
    case "toPublish":
      return <PublishButton action={actions.publish} {...{ item, timeZone, now }} />;
    case "scheduledSoon":
      return mayPublish ? <UnscheduleButton action={actions.unschedule} item={item} /> : null;
    default: {
      const unknown: never = column;
      return unknown;
    }
  }
}

type OneStepProps<Value> = {
  action: FormAction<Value>;
  item: ArticleListItem;
  words: string;
  look?: "primary" | "plain";
};

function OneStep<Value>({ action, item, words, look = "plain" }: OneStepProps<Value>): ReactElement {
  return (
    <ActionForm action={action} className="gap-2 grid">
      <Reference item={item} />
      <SubmitButton size="small" look={look} className="justify-self-start" aria-label={`${words}: ${nameOf(item)}`}>
        {words}
      </SubmitButton>
    </ActionForm>
  );
}

type UnscheduleButtonProps = { action: BoardActions["unschedule"]; item: ArticleListItem };

function UnscheduleButton({ action, item }: UnscheduleButtonProps): ReactElement {
  return (
    <ConfirmButton
      size="small"
      className="justify-self-start"
      action={action}
      fields={{ articleId: item.articleId, expectedVersion: item.version }}
      aria-label={`Take off the schedule: ${nameOf(item)}`}
      title="Take it off the schedule?"
      explanation={`“${nameOf(item)}” will not appear by itself. Its text stays as it is.`}
      confirm="Take off the schedule"
    >
      Take off the schedule
    </ConfirmButton>
  );
}
