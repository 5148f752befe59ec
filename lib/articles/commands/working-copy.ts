/** Reading and writing the one working copy of an article inside a transaction. Private to the verbs of this folder. */
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { workingCopyInput, type WorkingCopy } from "../schema";

export type LockedArticle = {
  id: number;
  version: number;
  state: string;
  slug: string;
  firstPublishedAt: Date | null;
  copy: WorkingCopy;
};

/**
 * Reads an article and keeps others from changing it until the transaction ends.
 * @throws AppError "not-found"; "conflict" when somebody saved since `expectedVersion`
 */
export async function lockArticle(tx: Transaction, articleId: number, expectedVersion: number): Promise<LockedArticle> {
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${articleId} FOR UPDATE`;
  const row = await tx.article.findUnique({ where: { id: articleId } });
  if (!row) throw new AppError("not-found", "There is no such article.");
  if (row.version !== expectedVersion) {
    throw new AppError("conflict", `Somebody saved this article since you opened it (version ${String(row.version)}).`);
  }
  // One after the other: a transaction is one connection, and Prisma would load two relations at the same time.
  const order = { where: { articleId }, orderBy: { position: "asc" } } as const;
  const tags = await tx.articleTag.findMany({ ...order, select: { tagId: true } });
  const authors = await tx.articleAuthor.findMany({ ...order, select: { personId: true } });
  const copy = workingCopyInput.parse({
    ...row,
    tagIds: tags.map((tag) => tag.tagId),
    authorIds: authors.map((author) => author.personId),
  });
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    slug: row.slug,
    firstPublishedAt: row.firstPublishedAt,
    copy,
  };
}

/** The columns of a working copy, for create and update alike. */
export function workingCopyColumns(copy: WorkingCopy) {
  const { tagIds, authorIds, ...columns } = copy;
  return {
    columns,
    tags: tagIds.map((tagId, position) => ({ tagId, position })),
    authors: authorIds.map((personId, position) => ({ personId, position })),
  };
}

/** A working copy as JSON, for revisions: dates as ISO strings. */
export function snapshotOf(copy: WorkingCopy) {
  return { ...copy, reviewedAt: copy.reviewedAt?.toISOString() ?? null };
}

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

/** @throws AppError "conflict" when another article holds the slug */
export async function refuseTakenSlug(tx: Transaction, slug: string, articleId: number | null): Promise<void> {
  const holder = await tx.article.findUnique({ where: { slug }, select: { id: true } });
  if (holder && holder.id !== articleId) {
    throw new AppError("conflict", `Another article has the address "${slug}" already.`);
  }
}
