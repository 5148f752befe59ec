/** An article inside a transaction, kept from others until it ends. Private to the verbs of this folder. */
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { permissions } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { decideTransition } from "../policy";
import { workingCopyInput, type WorkingCopy } from "../schema";
import type { ArticleFacts } from "../states";
import type { ArticleVerb, Transition } from "../transitions";

export type LockedArticle = {
  id: number;
  version: number;
  slug: string;
  facts: ArticleFacts;
  firstPublishedAt: Date | null;
  editorId: number | null;
  assignedReviewerId: number | null;
  copy: WorkingCopy;
};

/**
 * Reads an article and keeps others from changing it until the transaction ends.
 * @param expectedVersion null when the change does not depend on what the text says
 * @throws AppError "not-found"; "conflict" when somebody saved since `expectedVersion`
 */
export async function lockArticle(
  tx: Transaction,
  actor: Actor,
  articleId: number,
  expectedVersion: number | null,
): Promise<LockedArticle> {
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${articleId} FOR UPDATE`;
  const row = await tx.article.findUnique({ where: { id: articleId } });
  if (!row) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
  if (expectedVersion !== null && row.version !== expectedVersion) {
    throw new AppError("conflict", `Somebody saved this article since you opened it (version ${String(row.version)}).`);
  }
  const copy = await readCopy(tx, row);
  return {
    id: row.id,
    version: row.version,
    slug: row.slug,
    facts: await factsOf(tx, actor, row),
    firstPublishedAt: row.firstPublishedAt,
    editorId: row.editorId,
    assignedReviewerId: row.assignedReviewerId,
    copy,
  };
}

/** The working copy of a row of `article`, with its tags and byline. */
export async function readCopy(tx: Transaction, row: { id: number } & object): Promise<WorkingCopy> {
  const [lists] = await tx.$queryRaw<{ tagIds: number[]; authorIds: number[] }[]>`
    SELECT ARRAY(SELECT tag_id FROM article_tag WHERE article_id = ${row.id} ORDER BY position) AS "tagIds",
      ARRAY(SELECT person_id FROM article_author WHERE article_id = ${row.id} ORDER BY position) AS "authorIds"`;
  return workingCopyInput.parse({ ...row, ...lists });
}

type FactRow = Omit<ArticleFacts, "live" | "othersCanApprove"> & { id: number };

/** What the table of transitions asks about an article. */
export async function factsOf(tx: Transaction, actor: Actor, row: FactRow): Promise<ArticleFacts> {
  const { state, createdById, approvedAt, trashedAt, publicFrom, publicUntil } = row;
  const moment = now();
  const [found] = await tx.$queryRaw<{ live: boolean; others: boolean }[]>`
    SELECT EXISTS (
        SELECT 1 FROM publication WHERE article_id = ${row.id} AND visible_from <= ${moment}
          AND (visible_until IS NULL OR visible_until > ${moment})) AS live,
      EXISTS (
        SELECT 1 FROM app_user WHERE disabled_at IS NULL AND id IS DISTINCT FROM ${actorUserId(actor)}::int
          AND role::text = ANY (${[...permissions["article.review"].roles]})) AS others`;
  return {
    state,
    createdById,
    approvedAt,
    trashedAt,
    publicFrom,
    publicUntil,
    live: found?.live ?? false,
    othersCanApprove: found?.others ?? false,
  };
}

/**
 * Asks the table of transitions.
 * @returns where the verb leads
 * @throws AppError "forbidden" or "conflict" with the reason
 */
export function takeTransition(actor: Actor, verb: ArticleVerb, facts: ArticleFacts, moment: Date): Transition["to"] {
  const decision = decideTransition(actor, verb, facts, moment);
  if (!decision.allowed) throw new AppError(decision.code, decision.reason);
  return decision.to;
}
