/** What the addresses of an article say to readers while it comes, moves, ends and comes back. Private to the verbs. */
import type { Transaction } from "@/lib/db/client";
import type { PublicVersion } from "@/lib/publications/commands/public-range";
import { redirectMoved } from "@/lib/redirects/commands/redirect-moved";
import { articlePath } from "@/lib/urls";

/** Said of an article that ends at a time for which nobody gave a reason. */
const plannedEnd = "This article was published for a limited time.";

export type Notice = { path: string; headline: string; reason: string; gone: boolean; at: Date };

/** What waits for a moment of an article that will not come like that. */
export async function forgetPlannedMove(tx: Transaction, articleId: number, moment: Date): Promise<void> {
  await tx.redirect.deleteMany({ where: { articleId, activeFrom: { gt: moment } } });
}

/** The old address leads to the new one, from the moment on at which readers see the new version. */
export async function moveAddress(
  tx: Transaction,
  articleId: number,
  { last, path, at }: { last: PublicVersion | null; path: string; at: Date },
  moment: Date,
): Promise<void> {
  const from = last ? articlePath(last) : path;
  if (from !== path) {
    await redirectMoved(tx, { from, to: path, articleId, activeFrom: at });
    return;
  }
  // It may come to an address that led somewhere else until now.
  if (at <= moment) await tx.redirect.deleteMany({ where: { fromPath: path } });
}

/** Notices about the article end when readers see it again; null: they will not, after all. */
export async function liftNotices(
  tx: Transaction,
  articleId: number,
  moment: Date,
  publicFrom: Date | null,
): Promise<void> {
  await tx.withdrawal.updateMany({
    where: { articleId, at: { lte: publicFrom ?? moment }, OR: [{ liftedAt: null }, { liftedAt: { gt: moment } }] },
    data: { liftedAt: publicFrom },
  });
}

/** Writes the notice of a withdrawal, now or at the moment at which the article ends. */
export async function writeNotice(tx: Transaction, articleId: number, notice: Notice): Promise<void> {
  await tx.withdrawal.create({ data: { articleId, ...notice }, select: { id: true } });
}

/**
 * Replaces the notice of an end that was planned.
 * @param after notices of ends until then stay: they are about an earlier version
 * @param end null when there is none any more; without a reason the one that was planned stays
 */
export async function planNotice(
  tx: Transaction,
  articleId: number,
  after: Date,
  end: (Omit<Notice, "reason" | "gone"> & Partial<Pick<Notice, "reason" | "gone">>) | null,
): Promise<void> {
  const planned = await tx.$queryRaw<{ gone: boolean; reason: string; at: Date }[]>`
    DELETE FROM withdrawal WHERE article_id = ${articleId} AND at > ${after} RETURNING gone, reason, at`;
  if (!end) return;
  const [before] = planned.sort((a, b) => b.at.getTime() - a.at.getTime());
  const gone = end.gone ?? before?.gone ?? false;
  const reason = end.reason ?? before?.reason ?? "";
  await writeNotice(tx, articleId, { ...end, gone, reason: reason === "" && !gone ? plannedEnd : reason });
}
