import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import {
  addCommentInput,
  commentIdInput,
  replyInput,
  type AddCommentInput,
  type CommentIdInput,
  type ReplyInput,
} from "../review-comment-schema";

/**
 * Says something about a passage of an article, or about the whole of it.
 * @throws AppError "forbidden", "invalid", "not-found"
 */
export function addComment(actor: Actor, input: AddCommentInput): Promise<{ commentId: number }> {
  authorise(actor, "article.read");
  const { articleId, body, anchor } = parseInput(addCommentInput, input);
  return transaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { id: true } });
    if (!article) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
    const data = { articleId, authorId: actorUserId(actor), body, createdAt: now(), ...anchor };
    const { id } = await tx.reviewComment.create({ data, select: { id: true } });
    await auditComment(tx, actor, "comment.added", { articleId, commentId: id });
    return { commentId: id };
  });
}

/** Answers a comment; an answer to an answer belongs to the same thread. @throws AppError as addComment */
export function replyToComment(actor: Actor, input: ReplyInput): Promise<{ commentId: number }> {
  authorise(actor, "article.read");
  const { commentId, body } = parseInput(replyInput, input);
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    const { articleId } = comment;
    const parentId = comment.parentId ?? comment.id;
    const data = { articleId, parentId, authorId: actorUserId(actor), body, createdAt: now() };
    const { id } = await tx.reviewComment.create({ data, select: { id: true } });
    await auditComment(tx, actor, "comment.answered", { articleId, commentId: id });
    return { commentId: id };
  });
}

/** Says that nothing is left to do about a comment. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function resolveComment(actor: Actor, input: CommentIdInput): Promise<void> {
  return settle(actor, input, true);
}

/** Takes resolveComment back. @throws AppError "forbidden", "invalid", "not-found", "conflict" */
export function reopenComment(actor: Actor, input: CommentIdInput): Promise<void> {
  return settle(actor, input, false);
}

function settle(actor: Actor, input: CommentIdInput, resolved: boolean): Promise<void> {
  authorise(actor, "article.read");
  const { commentId } = parseInput(commentIdInput, input);
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment.parentId !== null) throw new AppError("conflict", "A thread is resolved as a whole.");
    if ((comment.resolvedAt !== null) === resolved) {
      throw new AppError("conflict", resolved ? "Somebody resolved it already." : "It is open already.");
    }
    const data = resolved
      ? { resolvedAt: now(), resolvedById: actorUserId(actor) }
      : { resolvedAt: null, resolvedById: null };
    await tx.reviewComment.update({ where: { id: commentId }, data, select: { id: true } });
    const action = resolved ? "comment.resolved" : "comment.reopened";
    await auditComment(tx, actor, action, { articleId: comment.articleId, commentId });
  });
}

async function lockComment(tx: Transaction, commentId: number) {
  await tx.$queryRaw`SELECT id FROM review_comment WHERE id = ${commentId} FOR UPDATE`;
  const comment = await tx.reviewComment.findUnique({ where: { id: commentId } });
  if (!comment) throw new AppError("not-found", "There is no such comment. Somebody may have removed the article.");
  return comment;
}

async function auditComment(
  tx: Transaction,
  actor: Actor,
  action: string,
  { articleId, commentId }: { articleId: number; commentId: number },
): Promise<void> {
  await recordAudit(tx, actor, { action, subjectType: "article", subjectId: articleId, after: { commentId } });
}
