import { actorUserId, type Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { sameValue } from "../compare/value-key";
import { keepsApproval } from "../policy";
import type { ArticleReference, WorkingCopy } from "../schema";
import type { LockedArticle } from "./lock-article";
import { isRevisionDue, keepEarlierText, writeRevision, writeVersion } from "./versions";
import { changedColumns, refuseTakenSlug, refuseUnknownIds } from "./working-copy";

export type Save = {
  moment: Date;
  /** A revision with this reason; null only when one is due. */
  revision: string | null;
  /** Tells the same save again from another one. */
  session?: { sessionKey: string; saveNumber: number };
};

/**
 * Replaces the working copy of a locked article: next version, revision where one belongs, approval taken back when
 * the writer could not have given it. What readers see does not change. Private to the verbs of this folder.
 * @throws AppError "conflict" when the slug is taken; InputError for ids that name nothing
 */
export async function writeCopy(
  tx: Transaction,
  actor: Actor,
  { article, copy }: { article: LockedArticle; copy: WorkingCopy },
  save: Save,
): Promise<ArticleReference & { revisionId: number | null }> {
  const actorId = actorUserId(actor);
  const { moment } = save;
  if (copy.slug !== article.slug) await refuseTakenSlug(tx, copy.slug, article.id);
  await refuseUnknownIds(tx, copy, article.copy);
  await keepEarlierText(tx, article, { otherThan: actorId });
  const changed = !sameValue(copy, article.copy);
  const { version } = await tx.article.update({
    where: { id: article.id },
    data: {
      ...changedColumns(article.copy, copy),
      ...(changed ? consequences(actor, article) : {}),
      version: { increment: 1 },
      updatedAt: moment,
    },
    select: { version: true },
  });
  const due = save.revision !== null || (await isRevisionDue(tx, article.id, actorId, moment));
  const meta = { reason: save.revision ?? "autosaved", actorId, createdAt: moment };
  const revisionId = due ? await writeRevision(tx, article.id, copy, meta) : null;
  const entry = { articleId: article.id, version, actorId, createdAt: moment, revisionId, ...save.session };
  await writeVersion(tx, copy, entry);
  return { articleId: article.id, version, slug: copy.slug, revisionId };
}

/** What a change of the text means for the article around it. */
function consequences(actor: Actor, { facts }: LockedArticle) {
  const approval =
    facts.approvedAt === null || keepsApproval(actor, facts)
      ? {}
      : {
          approvedAt: null,
          approvedById: null,
          // What was approved is another text now: it waits for its review again.
          ...(facts.state === "approved" ? { state: "in_review" as const } : {}),
        };
  return { ...approval, ...(facts.publicFrom === null ? {} : { unpublishedChanges: true }) };
}
