import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { restoreRevisionInput, type ArticleReference, type RestoreRevisionInput, type WorkingCopy } from "../schema";
import { copyOfSnapshot } from "../snapshot";
import { lockArticle, takeTransition } from "./lock-article";
import { withMergedIds, withoutVanished, type NotRestored } from "./resolve-references";
import { keepEarlierText } from "./versions";
import { writeCopy } from "./write-copy";

/**
 * Makes the text of a revision the working copy again, as a new revision; what stood there stays as a revision, too, and
 * nothing is deleted. What readers see does not change.
 * @returns also what could not be restored, because it is gone
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between
 */
export function restoreRevision(
  actor: Actor,
  input: RestoreRevisionInput,
): Promise<ArticleReference & { notRestored: NotRestored[] }> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion, number } = parseInput(restoreRevisionInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    takeTransition(actor, "save", article.facts, moment);
    const revision = await tx.revision.findUnique({ where: { articleId_number: { articleId, number } } });
    if (!revision) throw new AppError("not-found", "There is no such version of this article.");
    const old = await withMergedIds(tx, copyOfSnapshot(revision.snapshot));
    const { copy, notRestored } = await withoutVanished(tx, old);
    const address = await restorableSlug(tx, copy, article);
    const restored = { ...copy, slug: address.slug };
    await keepEarlierText(tx, article, "anybody");
    const save = { moment, revision: `restored version ${String(number)}` };
    const { version } = await writeCopy(tx, actor, { article, copy: restored }, save);
    if (await isPublished(tx, articleId, revision.id)) {
      await tx.article.update({ where: { id: articleId }, data: { unpublishedChanges: false }, select: { id: true } });
    }
    await recordAudit(tx, actor, {
      action: "article.restored",
      subjectType: "article",
      subjectId: articleId,
      before: { version: article.version },
      after: { version, number },
    });
    return { articleId, version, slug: restored.slug, notRestored: [...notRestored, ...address.notRestored] };
  });
}

async function restorableSlug(
  tx: Transaction,
  { slug }: WorkingCopy,
  article: { id: number; slug: string },
): Promise<{ slug: string; notRestored: NotRestored[] }> {
  const holder = await tx.article.findUnique({ where: { slug }, select: { id: true } });
  if (!holder || holder.id === article.id) return { slug, notRestored: [] };
  const reason = `Another article has the address "${slug}" now.`;
  return { slug: article.slug, notRestored: [{ field: "slug", reason }] };
}

/** Whether the newest version for readers is this revision. */
async function isPublished(tx: Transaction, articleId: number, revisionId: number): Promise<boolean> {
  const newest = await tx.publication.findFirst({
    where: { articleId },
    orderBy: { visibleFrom: "desc" },
    select: { revisionId: true },
  });
  return newest?.revisionId === revisionId;
}
