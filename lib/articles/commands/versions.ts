/**
 * Two kinds of history. Revisions are forever: one at every meaningful save. Versions are the working copy after each
 * save, kept for a while, so that two saves that meet can be merged on what both started from. Private to the verbs.
 */
import type { Transaction } from "@/lib/db/client";
import type { WorkingCopy } from "../schema";
import { snapshotOf } from "../snapshot";

/** An autosave becomes a revision when the last one is older than this, in milliseconds. */
const revisionInterval = 10 * 60_000;
/** Old versions are looked for at every so many saves. */
const pruneEvery = 20;

/** Writes the next immutable revision of an article. @returns its id */
export async function writeRevision(
  tx: Transaction,
  articleId: number,
  copy: WorkingCopy,
  meta: { reason: string; actorId: number | null; createdAt: Date },
): Promise<number> {
  const last = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const { id } = await tx.revision.create({
    data: { articleId, number: (last?.number ?? 0) + 1, snapshot: snapshotOf(copy), ...meta },
    select: { id: true },
  });
  return id;
}

/** Writes the text as it stands as a revision, and notes that its version has one. @returns its id */
export async function keepRevision(
  tx: Transaction,
  { id: articleId, version, copy }: { id: number; version: number; copy: WorkingCopy },
  meta: { reason: string; actorId: number | null; createdAt: Date },
): Promise<number> {
  const revisionId = await writeRevision(tx, articleId, copy, meta);
  await tx.articleVersion.updateMany({ where: { articleId, version }, data: { revisionId } });
  return revisionId;
}

/** Whether an autosave by this account is to become a revision. */
export async function isRevisionDue(
  tx: Transaction,
  articleId: number,
  actorId: number | null,
  moment: Date,
): Promise<boolean> {
  const last = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { actorId: true, createdAt: true },
  });
  return !last || last.actorId !== actorId || last.createdAt.getTime() <= moment.getTime() - revisionInterval;
}

/**
 * Keeps the text as it stands as a revision, in the name of who wrote it, when it is none yet: before it is changed by
 * somebody else, or replaced.
 * @param by only when somebody else than this account saved last; "anybody" always
 */
export async function keepEarlierText(
  tx: Transaction,
  { id: articleId, version, copy }: { id: number; version: number; copy: WorkingCopy },
  by: { otherThan: number | null } | "anybody",
): Promise<void> {
  const last = await tx.articleVersion.findFirst({ where: { articleId }, orderBy: { version: "desc" } });
  if (!last) {
    await keepFirstVersion(tx, { articleId, version, copy });
    return;
  }
  if (last.revisionId !== null) return;
  if (by !== "anybody" && last.actorId === by.otherThan) return;
  const meta = { reason: "autosaved", actorId: last.actorId, createdAt: last.createdAt };
  await keepRevision(tx, { id: articleId, version: last.version, copy }, meta);
}

/** An article that was written in bulk has no version yet; its text is its last revision, when it has one. */
async function keepFirstVersion(
  tx: Transaction,
  { articleId, version, copy }: { articleId: number; version: number; copy: WorkingCopy },
): Promise<void> {
  const revision = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, actorId: true },
  });
  const { updatedAt: createdAt } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { updatedAt: true },
  });
  const actorId = revision?.actorId ?? null;
  const revisionId =
    revision?.id ?? (await writeRevision(tx, articleId, copy, { reason: "imported", actorId, createdAt }));
  await writeVersion(tx, copy, { articleId, version, actorId, createdAt, revisionId });
}

export type VersionEntry = {
  articleId: number;
  version: number;
  actorId: number | null;
  createdAt: Date;
  revisionId: number | null;
  sessionKey?: string;
  saveNumber?: number;
};

/** Keeps the working copy of a version. */
export async function writeVersion(tx: Transaction, copy: WorkingCopy, entry: VersionEntry): Promise<void> {
  await tx.articleVersion.create({ data: { ...entry, snapshot: snapshotOf(copy) }, select: { version: true } });
  if (entry.version % pruneEvery === 0) await pruneVersions(tx, entry.articleId, entry.createdAt);
}

/**
 * What was current within the last ten minutes stays, and for a week what was current at every full ten minutes: what
 * somebody has open since then is still known, or something a little older. A merge may start from an older common
 * version: it only asks about more.
 */
async function pruneVersions(tx: Transaction, articleId: number, moment: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM article_version v
    USING (
      SELECT version, lead(created_at) OVER (ORDER BY version) AS superseded_at
      FROM article_version WHERE article_id = ${articleId}
    ) AS life
    WHERE v.article_id = ${articleId} AND v.version = life.version
      AND life.superseded_at < ${moment}::timestamptz - interval '10 minutes'
      AND (life.superseded_at < ${moment}::timestamptz - interval '7 days'
        OR date_bin('10 minutes', life.superseded_at, 'epoch') = date_bin('10 minutes', v.created_at, 'epoch'))`;
}
