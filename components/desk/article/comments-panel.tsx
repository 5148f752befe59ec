"use client";
import type { CommentReply, CommentThread } from "@/lib/articles/types";
import { MessageSquareText } from "lucide-react";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, TextArea } from "@/components/ui/field";
import { dateAndTime } from "@/lib/dates";
import type { FormAction } from "@/lib/web/action-state";
import { useArticleSession } from "./article-session";

export type CommentActions = Record<"comment" | "reply" | "resolve" | "reopen", FormAction<unknown>>;

/** A passage of the text that is chosen in the editor. */
export type Passage = { blockIndex: number; quote: string };

type CommentsPanelProps = {
  threads: CommentThread[];
  actions: CommentActions;
  /** The passage chosen now; null when none is. Asked at the press of the button. */
  selection: () => Passage | null;
  onShow: (passage: Passage) => void;
};

/** What reviewers and editors say about the text: open threads first, each tied to its passage. */
export function CommentsPanel({ threads, actions, selection, onShow }: CommentsPanelProps): ReactElement {
  const [showResolved, setShowResolved] = useState(false);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <div className="gap-4 grid">
      <NewComment action={actions.comment} selection={selection} />
      {open.length === 0 && (
        <EmptyState icon={MessageSquareText} title="No open comments">
          Mark a passage in the text, then comment on it here.
        </EmptyState>
      )}
      <ul aria-label="Open comments" className="gap-3 grid">
        {open.map((thread) => (
          <Thread key={thread.id} thread={thread} actions={actions} onShow={onShow} />
        ))}
      </ul>
      {resolved.length > 0 && (
        <Button
          look="quiet"
          size="small"
          aria-expanded={showResolved}
          onClick={() => {
            setShowResolved(!showResolved);
          }}
        >
          {showResolved ? "Hide" : "Show"} resolved comments ({resolved.length})
        </Button>
      )}
      {showResolved && (
        <ul aria-label="Resolved comments" className="gap-3 grid">
          {resolved.map((thread) => (
            <Thread key={thread.id} thread={thread} actions={actions} onShow={onShow} />
          ))}
        </ul>
      )}
    </div>
  );
}

type NewCommentProps = { action: FormAction<unknown>; selection: () => Passage | null };

function NewComment({ action, selection }: NewCommentProps): ReactElement {
  const { articleId } = useArticleSession();
  const [passage, setPassage] = useState<Passage | null>(null);
  return (
    <ActionForm
      action={action}
      className="gap-2 grid"
      resetWhenDone
      onDone={() => {
        setPassage(null);
      }}
    >
      <input type="hidden" name="articleId" value={articleId} />
      {passage && (
        <>
          <input type="hidden" name="blockIndex" value={passage.blockIndex} />
          <input type="hidden" name="quote" value={passage.quote} />
          <Quote text={passage.quote} />
        </>
      )}
      <Field label={passage ? "Comment on this passage" : "Comment on the text"} name="body">
        <TextArea
          onFocus={() => {
            setPassage(selection());
          }}
        />
      </Field>
      <SubmitButton size="small" className="justify-self-start">
        Comment
      </SubmitButton>
    </ActionForm>
  );
}

function Quote({ text }: { text: string }): ReactElement {
  return <blockquote className="border-accent pl-2 text-sm text-quiet border-l-3">{text}</blockquote>;
}

type ThreadProps = Pick<CommentsPanelProps, "actions" | "onShow"> & { thread: CommentThread };

function Thread({ thread, actions, onShow }: ThreadProps): ReactElement {
  const resolved = thread.resolvedAt !== null;
  return (
    <li className="gap-2 rounded-md border-line bg-surface p-3 grid border">
      {thread.anchor && <Anchor anchor={thread.anchor} onShow={onShow} />}
      <Line line={thread} />
      {thread.replies.map((line) => (
        <div key={line.id} className="border-line pl-3 border-l">
          <Line line={line} />
        </div>
      ))}
      {resolved ? (
        <p className="text-sm text-quiet">Resolved by {thread.resolvedBy ?? "somebody whose account is gone"}.</p>
      ) : (
        <ReplyForm commentId={thread.id} action={actions.reply} />
      )}
      <ActionForm action={resolved ? actions.reopen : actions.resolve}>
        <input type="hidden" name="commentId" value={thread.id} />
        <SubmitButton look="plain" size="small">
          {resolved ? "Open again" : "Resolve"}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}

type AnchorProps = { anchor: NonNullable<CommentThread["anchor"]>; onShow: (passage: Passage) => void };

function Anchor({ anchor: { quote, blockIndex }, onShow }: AnchorProps): ReactElement {
  if (blockIndex === null) {
    return (
      <div>
        <Quote text={quote} />
        <p className="text-sm text-warn">This passage is no longer in the text.</p>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="text-left hover:underline"
      onClick={() => {
        onShow({ blockIndex, quote });
      }}
    >
      <span className="sr-only">Show in the text: </span>
      <Quote text={quote} />
    </button>
  );
}

function Line({ line }: { line: CommentReply }): ReactElement {
  const { timeZone } = useArticleSession();
  return (
    <div>
      <p className="text-sm text-quiet">
        <strong className="text-ink">{line.by?.name ?? "Somebody whose account is gone"}</strong>,{" "}
        {dateAndTime(line.createdAt, timeZone)}
      </p>
      <p className="whitespace-pre-wrap">{line.body}</p>
    </div>
  );
}

function ReplyForm({ commentId, action }: { commentId: number; action: FormAction<unknown> }): ReactElement {
  return (
    <ActionForm action={action} className="gap-2 grid" resetWhenDone>
      <input type="hidden" name="commentId" value={commentId} />
      <Field label="Answer" hideLabel name="body">
        <TextArea rows={1} className="min-h-10" placeholder="Answer" />
      </Field>
      <SubmitButton look="quiet" size="small" className="justify-self-start">
        Answer
      </SubmitButton>
    </ActionForm>
  );
}
