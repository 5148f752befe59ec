/** When which version of an article is visible. Ranges of one article lie side by side; at most one waits for its moment. */
import type { Transaction } from "@/lib/db/client";

export type PublicVersion = {
  id: number;
  visibleFrom: Date;
  visibleUntil: Date | null;
  publishedAt: Date;
  modifiedAt: Date;
  slug: string;
  headline: string;
  categorySlug: string;
  revisionId: number | null;
};

export type PublicVersions = {
  /** What readers see at the moment. */
  live: PublicVersion | null;
  /** What waits for its moment. */
  planned: PublicVersion | null;
  /** What readers saw last, now or before. */
  last: PublicVersion | null;
};

/** The versions of an article that count at `moment`. */
export async function publicVersions(tx: Transaction, articleId: number, moment: Date): Promise<PublicVersions> {
  const rows = await tx.$queryRaw<PublicVersion[]>`
    SELECT p.id, p.visible_from AS "visibleFrom", p.visible_until AS "visibleUntil", p.published_at AS "publishedAt",
      p.modified_at AS "modifiedAt", p.slug, p.headline, c.slug AS "categorySlug", p.revision_id AS "revisionId"
    FROM publication p JOIN category c ON c.id = p.category_id
    WHERE p.article_id = ${articleId} AND (p.visible_until IS NULL OR p.visible_from < p.visible_until)
    ORDER BY p.visible_from DESC LIMIT 2`;
  const [newest = null, before = null] = rows;
  const planned = newest && newest.visibleFrom > moment ? newest : null;
  const last = planned ? before : newest;
  const isLive = last !== null && (last.visibleUntil === null || last.visibleUntil > moment);
  return { live: isLive ? last : null, planned, last };
}

/** Takes away what waits for its moment. What is live then ends when the article was to end, not when the other starts. */
export async function dropPlanned(
  tx: Transaction,
  { live, planned }: PublicVersions,
  articleEnd: Date | null,
): Promise<void> {
  if (!planned) return;
  await tx.publication.delete({ where: { id: planned.id }, select: { id: true } });
  if (live) await setEnd(tx, live.id, articleEnd);
}

export async function setEnd(tx: Transaction, publicationId: number, visibleUntil: Date | null): Promise<void> {
  await tx.publication.update({ where: { id: publicationId }, data: { visibleUntil }, select: { id: true } });
}

/**
 * Moves a version that waits to another moment. One that is the first takes its date of publication along, and a
 * significant change its date; a small one goes on carrying the date of the version before.
 */
export async function moveStart(
  tx: Transaction,
  { live, planned }: PublicVersions & { planned: PublicVersion },
  visibleFrom: Date,
): Promise<void> {
  const earlier = visibleFrom < planned.visibleFrom ? visibleFrom : planned.visibleFrom;
  // Never overlapping, not even for one statement: first make room.
  const meets = live?.visibleUntil?.getTime() === planned.visibleFrom.getTime();
  if (live && (meets || (live.visibleUntil !== null && live.visibleUntil > earlier)))
    await setEnd(tx, live.id, earlier);
  const { isFirst, dates } = movedDates(planned, visibleFrom);
  await tx.publication.update({ where: { id: planned.id }, data: { visibleFrom, ...dates }, select: { id: true } });
  if (isFirst) {
    const listed = { where: { publicationId: planned.id }, data: { publishedAt: dates.publishedAt } };
    await tx.publicationTag.updateMany(listed);
    await tx.publicationAuthor.updateMany(listed);
  }
  if (live && meets) await setEnd(tx, live.id, visibleFrom);
}

function movedDates(planned: PublicVersion, visibleFrom: Date) {
  const isFirst = planned.publishedAt.getTime() === planned.visibleFrom.getTime();
  const isSignificant = planned.modifiedAt >= planned.visibleFrom;
  const publishedAt = isFirst ? visibleFrom : planned.publishedAt;
  const modifiedAt = isFirst || isSignificant ? visibleFrom : planned.modifiedAt;
  return { isFirst, dates: { publishedAt, modifiedAt } };
}

export type PublicRange = { publicFrom: Date | null; publicUntil: Date | null; firstPublishedAt: Date | null };

/** What the article's own row says about its versions, read from them. */
export async function publicRange(tx: Transaction, articleId: number): Promise<PublicRange> {
  const [row] = await tx.$queryRaw<PublicRange[]>`
    SELECT visible_from AS "publicFrom", visible_until AS "publicUntil", published_at AS "firstPublishedAt"
    FROM publication WHERE article_id = ${articleId} AND (visible_until IS NULL OR visible_from < visible_until)
    ORDER BY visible_from DESC LIMIT 1`;
  return row ?? { publicFrom: null, publicUntil: null, firstPublishedAt: null };
}
