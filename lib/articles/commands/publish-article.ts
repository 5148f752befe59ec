import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { plainText } from "@/lib/richtext/plain-text";
import { countWords, readingMinutes } from "@/lib/richtext/words";
import { addSearchWords } from "@/lib/search/commands";
import { publishBlockers } from "../policy";
import { publishArticleInput, type ArticleReference, type PublishArticleInput, type WorkingCopy } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle, writeRevision, type LockedArticle } from "./working-copy";

type Schedule = { visibleFrom: Date; visibleUntil: Date | null; publishedAt: Date; modifiedAt: Date };

/**
 * Puts the working copy before readers, now or from a moment on. A version that is visible then ends at that moment, so
 * that exactly one is visible at any time; a later version that was scheduled before is replaced.
 * @throws AppError "forbidden", "invalid" (with what is missing), "not-found", "conflict"
 */
export function publishArticle(actor: Actor, input: PublishArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const request = parseInput(publishArticleInput, input);
  const moment = now();
  return transaction(async (tx) => {
    const article = await lockArticle(tx, request.articleId, request.expectedVersion);
    refuseUnready(article.copy);
    const schedule = scheduleOf(article, request, moment);
    const revisionId = await writeRevision(tx, article.id, article.copy, {
      reason: request.reason,
      actorId: actorUserId(actor),
      createdAt: moment,
    });
    const before = await endVisiblePublications(tx, article.id, schedule.visibleFrom);
    const written = await writePublication(tx, article, schedule, revisionId);
    const { version } = await tx.article.update({
      where: { id: article.id },
      data: {
        state: schedule.visibleFrom > moment ? "scheduled" : "published",
        firstPublishedAt: schedule.publishedAt,
        version: { increment: 1 },
        updatedAt: moment,
      },
      select: { version: true },
    });
    await recordAudit(tx, actor, {
      action: "article.published",
      subjectType: "article",
      subjectId: article.id,
      before: { state: article.state },
      after: { revisionId, visibleFrom: schedule.visibleFrom.toISOString() },
    });
    await bumpContentVersion(tx, { paths: await touchedPaths(tx, [...before, written]) });
    return { articleId: article.id, version, slug: article.copy.slug };
  });
}

function refuseUnready(copy: WorkingCopy): void {
  const fields: Record<string, string[]> = {};
  for (const { field, problem } of publishBlockers(copy)) (fields[field] ??= []).push(problem);
  if (Object.keys(fields).length > 0) throw new InputError(fields);
}

function scheduleOf(
  article: LockedArticle,
  request: { visibleFrom?: Date; visibleUntil: Date | null; modifiedAt?: Date },
  moment: Date,
): Schedule {
  const visibleFrom = request.visibleFrom ?? moment;
  if (article.firstPublishedAt && visibleFrom < moment) {
    throw new AppError("invalid", "An update of an article that was public can't start in the past.");
  }
  if (request.visibleUntil && request.visibleUntil <= visibleFrom) {
    throw new AppError("invalid", "The article would end before it starts.");
  }
  // A first publication that has not started yet moves with its new schedule.
  const publishedAt =
    article.firstPublishedAt && article.firstPublishedAt <= moment ? article.firstPublishedAt : visibleFrom;
  const modifiedAt = request.modifiedAt ?? visibleFrom;
  return {
    visibleFrom,
    visibleUntil: request.visibleUntil,
    publishedAt,
    modifiedAt: modifiedAt < publishedAt ? publishedAt : modifiedAt,
  };
}

/** Ends what is visible at `moment`, drops what would start later. @returns ids of publications that readers could see */
async function endVisiblePublications(tx: Transaction, articleId: number, moment: Date): Promise<number[]> {
  await tx.publication.deleteMany({ where: { articleId, visibleFrom: { gte: moment } } });
  const open = { articleId, OR: [{ visibleUntil: null }, { visibleUntil: { gt: moment } }] };
  const visible = await tx.publication.findMany({ where: open, select: { id: true } });
  await tx.publication.updateMany({ where: open, data: { visibleUntil: moment } });
  return visible.map((publication) => publication.id);
}

/** @returns id of the publication */
async function writePublication(
  tx: Transaction,
  article: LockedArticle,
  schedule: Schedule,
  revisionId: number,
): Promise<number> {
  const { tagIds, authorIds, healthClaims: _, ...copy } = article.copy;
  const tags = await tx.tag.findMany({ where: { id: { in: tagIds } }, select: { name: true } });
  const bodyText = plainText(copy.body);
  const wordCount = countWords(bodyText);
  const listed = { articleId: article.id, publishedAt: schedule.publishedAt };
  const { id } = await tx.publication.create({
    data: {
      ...copy,
      ...schedule,
      articleId: article.id,
      revisionId,
      bodyText,
      tagText: tags.map((tag) => tag.name).join(", "),
      wordCount,
      readingMinutes: readingMinutes(wordCount),
      tags: { create: tagIds.map((tagId, position) => ({ tagId, position, ...listed })) },
      authors: { create: authorIds.map((personId, position) => ({ personId, position, ...listed })) },
    },
    select: { id: true },
  });
  await addSearchWords(tx, [copy.headline, copy.excerpt, bodyText]);
  return id;
}
