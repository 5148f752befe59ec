import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { readPublicContent } from "@/lib/publications/commands/public-content";
import {
  dropPlanned,
  publicVersions,
  setEnd,
  type PublicVersion,
  type PublicVersions,
} from "@/lib/publications/commands/public-range";
import { writePublication, type PublishableCopy, type Schedule } from "@/lib/publications/commands/write-publication";
import { articlePath } from "@/lib/urls";
import { publishBlockersFor } from "../policy";
import { publishArticleInput, type ArticleReference, type PublishArticleInput, type WorkingCopy } from "../schema";
import { isSignificantChange } from "../significance";
import { touchedPaths } from "../touched";
import { lockArticle, takeTransition, type LockedArticle } from "./lock-article";
import { forgetPlannedMove, liftNotices, moveAddress, planNotice } from "./public-address";
import { setState } from "./set-state";
import { writeRevision, writeVersion } from "./versions";

type Request = { visibleFrom?: Date; visibleUntil?: Date | null; modifiedAt?: Date; minor: boolean };

/**
 * Puts the working copy before readers, now or from a moment on. A version that is visible then ends at that moment, so
 * that exactly one is visible at any time; a version that was scheduled before is replaced. Where the address changes, the
 * old one leads to the new one from the same moment on.
 * @throws AppError "forbidden", "invalid" (with what is missing), "not-found"; "conflict" when the state forbids it,
 * somebody saved in between, or another article is at the address
 */
export function publishArticle(actor: Actor, input: PublishArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const request = parseInput(publishArticleInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, request.articleId, request.expectedVersion);
    const to = takeTransition(actor, "publish", article.facts, moment);
    const copy = publishable(actor, article.copy);
    const versions = await publicVersions(tx, article.id, moment);
    const range = rangeOf(article, request, moment);
    const schedule = { ...range, modifiedAt: await modifiedDate(tx, { range, request, copy, live: versions.live }) };
    const actorId = actorUserId(actor);
    const meta = { reason: request.reason, actorId, createdAt: moment };
    const revisionId = await writeRevision(tx, article.id, copy, meta);
    const before = await touchedPaths(tx, idsOf(versions));
    await makeRoom(tx, article, { versions, schedule, moment });
    const written = await writePublication(tx, { articleId: article.id, revisionId, copy }, schedule);
    await writeAddress(tx, article, { versions, schedule, moment });
    const data = { unpublishedChanges: false, version: { increment: 1 } };
    const { version } = await setState(tx, actor, { article, to, moment }, data);
    await writeVersion(tx, copy, { articleId: article.id, version, actorId, createdAt: moment, revisionId });
    await recordAudit(tx, actor, {
      action: "article.published",
      subjectType: "article",
      subjectId: article.id,
      before: { state: article.facts.state },
      after: {
        revisionId,
        visibleFrom: schedule.visibleFrom.toISOString(),
        visibleUntil: schedule.visibleUntil?.toISOString() ?? null,
        modifiedAt: schedule.modifiedAt.toISOString(),
        minor: request.minor,
      },
    });
    const after = await touchedPaths(tx, [written]);
    const { visibleFrom } = schedule;
    await bumpContentVersion(tx, { paths: [...new Set([...before, ...after])], visibleFrom });
    return { articleId: article.id, version, slug: copy.slug };
  });
}

function publishable(actor: Actor, copy: WorkingCopy): PublishableCopy {
  const fields: Record<string, string[]> = {};
  for (const { field, problem } of publishBlockersFor(actor, copy)) (fields[field] ??= []).push(problem);
  const { categoryId } = copy;
  if (categoryId === null || Object.keys(fields).length > 0) throw new InputError(fields);
  return { ...copy, categoryId };
}

type Range = Omit<Schedule, "modifiedAt">;
type Dating = { range: Range; request: Request; copy: PublishableCopy; live: PublicVersion | null };

/** The date of the last significant change: of this one, or the date that readers have. Never before the first day. */
async function modifiedDate(tx: Transaction, { range, request, copy, live }: Dating): Promise<Date> {
  const { visibleFrom, publishedAt } = range;
  if (request.modifiedAt) return request.modifiedAt < publishedAt ? publishedAt : request.modifiedAt;
  if (!live) return visibleFrom;
  const seen = await readPublicContent(tx, live.id);
  const stays = request.minor || !isSignificantChange(seen.content, copy);
  return stays && seen.modifiedAt >= publishedAt ? seen.modifiedAt : visibleFrom;
}

/** The end that was planned for the article, whatever version it was planned with. */
export function plannedEnd({ facts }: LockedArticle, moment: Date): Date | null {
  return facts.publicUntil !== null && facts.publicUntil > moment ? facts.publicUntil : null;
}

function rangeOf(article: LockedArticle, request: Request, moment: Date): Range {
  const visibleFrom = request.visibleFrom ?? moment;
  const { firstPublishedAt } = article;
  const wasPublic = firstPublishedAt !== null && firstPublishedAt <= moment;
  if (wasPublic && visibleFrom < moment) {
    throw new AppError("invalid", "An update of an article that was public can't start in the past.");
  }
  const visibleUntil =
    request.visibleUntil === undefined ? keptEnd(article, visibleFrom, moment) : request.visibleUntil;
  if (visibleUntil && visibleUntil <= visibleFrom) {
    throw new AppError("invalid", "The article would end before it starts.");
  }
  // A first publication that has not started yet moves with its new schedule.
  return { visibleFrom, visibleUntil, publishedAt: wasPublic ? firstPublishedAt : visibleFrom };
}

function keptEnd(article: LockedArticle, visibleFrom: Date, moment: Date): Date | null {
  const end = plannedEnd(article, moment);
  return end !== null && end > visibleFrom ? end : null;
}

type Step = { versions: PublicVersions; schedule: Schedule; moment: Date };

function idsOf({ live, planned }: PublicVersions): number[] {
  return [live, planned].flatMap((version) => (version ? [version.id] : []));
}

/** Drops what was scheduled before, and ends what is visible when the new version starts. */
async function makeRoom(tx: Transaction, article: LockedArticle, { versions, schedule, moment }: Step): Promise<void> {
  const end = plannedEnd(article, moment);
  await dropPlanned(tx, versions, end);
  const { live } = versions;
  if (!live) return;
  const { visibleFrom } = schedule;
  if (live.visibleFrom >= visibleFrom) await tx.publication.delete({ where: { id: live.id }, select: { id: true } });
  else await setEnd(tx, live.id, end !== null && end < visibleFrom ? end : visibleFrom);
}

async function writeAddress(tx: Transaction, article: LockedArticle, step: Step): Promise<void> {
  const { versions, schedule, moment } = step;
  const { visibleFrom, visibleUntil } = schedule;
  const { headline, slug } = article.copy;
  const { slug: categorySlug } = await tx.category.findUniqueOrThrow({
    where: { id: article.copy.categoryId ?? 0 },
    select: { slug: true },
  });
  const path = articlePath({ categorySlug, slug });
  await forgetPlannedMove(tx, article.id, moment);
  await moveAddress(tx, article.id, { last: versions.last, path, at: visibleFrom }, moment);
  await liftNotices(tx, article.id, moment, visibleFrom);
  const end = visibleUntil ? { path, headline, at: visibleUntil } : null;
  // A first publication in the past may be over already.
  const after = visibleFrom > moment ? visibleFrom : moment;
  await planNotice(tx, article.id, after, end);
}
