import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { database, type Transaction } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/database-faults";
import { AppError } from "@/lib/errors";
import { publicVersions, type PublicVersion as Version } from "@/lib/publications/commands/public-range";
import { articlePath } from "@/lib/urls";
import { factsOf, readCopy } from "../commands/lock-article";
import { availableTransitions, publishBlockers, type Blocker, type TransitionDecision } from "../policy";
import type { WorkingCopy } from "../schema";
import { stateAt, type ArticleFacts, type ArticleState } from "../states";
import type { AccountName } from "../types";

export type PublicVersionView = {
  path: string;
  headline: string;
  visibleFrom: Date;
  visibleUntil: Date | null;
  /** Null for what was written in bulk. */
  revisionNumber: number | null;
};

export type WorkingCopyView = {
  articleId: number;
  version: number;
  copy: WorkingCopy;
  /** At the moment of the query. */
  state: ArticleState;
  facts: ArticleFacts;
  /** Every verb, whether the actor may do it now, and why not. */
  transitions: TransitionDecision[];
  blockers: Blocker[];
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  trashedAt: Date | null;
  createdBy: AccountName | null;
  editor: AccountName | null;
  assignedReviewer: AccountName | null;
  approvedBy: AccountName | null;
  lastSavedBy: AccountName | null;
  unpublishedChanges: boolean;
  live: PublicVersionView | null;
  planned: PublicVersionView | null;
  /** The notice at its address, now or from the moment of its end on. */
  withdrawal: { reason: string; gone: boolean; at: Date } | null;
  lastRevision: { id: number; number: number; createdAt: Date; by: string | null } | null;
  openComments: number;
};

/**
 * An article as who writes, reviews or edits it sees it, all as of one moment.
 * @throws AppError "forbidden", "not-found"
 */
export async function getWorkingCopy(actor: Actor, articleId: number): Promise<WorkingCopyView> {
  authorise(actor, "article.read");
  try {
    return await database().$transaction((tx) => readAll(tx, actor, articleId), { isolationLevel: "RepeatableRead" });
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

const account = { select: { id: true, name: true } } as const;

async function readAll(tx: Transaction, actor: Actor, articleId: number): Promise<WorkingCopyView> {
  const moment = now();
  const row = await tx.article.findUnique({ where: { id: articleId } });
  if (!row) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
  const copy = await readCopy(tx, row);
  const facts = await factsOf(tx, actor, row);
  const accounts = await readAccounts(tx, row);
  return {
    articleId,
    version: row.version,
    copy,
    state: stateAt(facts, moment),
    facts,
    transitions: availableTransitions(actor, facts, moment),
    blockers: publishBlockers(copy),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    approvedAt: row.approvedAt,
    trashedAt: row.trashedAt,
    ...accounts,
    unpublishedChanges: row.unpublishedChanges,
    ...(await readHistory(tx, articleId)),
    ...(await readPublic(tx, articleId, moment)),
  };
}

// Relations one after the other: a transaction is one connection, and Prisma would load several at the same time.
type Accounts = Pick<WorkingCopyView, "createdBy" | "editor" | "assignedReviewer" | "approvedBy">;

async function readAccounts(
  tx: Transaction,
  ids: {
    createdById: number | null;
    editorId: number | null;
    assignedReviewerId: number | null;
    approvedById: number | null;
  },
): Promise<Accounts> {
  const { createdById, editorId, assignedReviewerId, approvedById } = ids;
  const wanted = [createdById, editorId, assignedReviewerId, approvedById].filter((id) => id !== null);
  const found = await tx.user.findMany({ where: { id: { in: wanted } }, ...account });
  const named = (id: number | null): AccountName | null => found.find((user) => user.id === id) ?? null;
  return {
    createdBy: named(createdById),
    editor: named(editorId),
    assignedReviewer: named(assignedReviewerId),
    approvedBy: named(approvedById),
  };
}

async function readHistory(
  tx: Transaction,
  articleId: number,
): Promise<Pick<WorkingCopyView, "lastSavedBy" | "lastRevision" | "openComments">> {
  const saved = await tx.articleVersion.findFirst({
    where: { articleId },
    orderBy: { version: "desc" },
    select: { actor: account },
  });
  const revision = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, createdAt: true, actor: account },
  });
  const openComments = await tx.reviewComment.count({ where: { articleId, parentId: null, resolvedAt: null } });
  return {
    lastSavedBy: saved?.actor ?? null,
    lastRevision: revision
      ? { id: revision.id, number: revision.number, createdAt: revision.createdAt, by: revision.actor?.name ?? null }
      : null,
    openComments,
  };
}

async function readPublic(
  tx: Transaction,
  articleId: number,
  moment: Date,
): Promise<Pick<WorkingCopyView, "live" | "planned" | "withdrawal">> {
  const { live, planned } = await publicVersions(tx, articleId, moment);
  const withdrawal = await tx.withdrawal.findFirst({
    where: { articleId, OR: [{ liftedAt: null }, { liftedAt: { gt: moment } }] },
    orderBy: { at: "desc" },
    select: { reason: true, gone: true, at: true },
  });
  const view = async (version: Version | null): Promise<PublicVersionView | null> => {
    if (!version) return null;
    const { headline, visibleFrom, visibleUntil, revisionId } = version;
    const revision =
      revisionId === null
        ? null
        : await tx.revision.findUnique({ where: { id: revisionId }, select: { number: true } });
    const revisionNumber = revision?.number ?? null;
    return { path: articlePath(version), headline, visibleFrom, visibleUntil, revisionNumber };
  };
  return { live: await view(live), planned: await view(planned), withdrawal };
}
