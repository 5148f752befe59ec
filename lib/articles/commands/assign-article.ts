import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise, permissions, type Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { assignArticleInput, type ArticleReference, type AssignArticleInput } from "../schema";
import { lockArticle } from "./lock-article";
import { tellPeople } from "./tell-people";

/**
 * Says which accounts look after an article: who edits it and who reviews it. Who is new to it is told by mail.
 * @throws AppError "forbidden", "not-found", "conflict" for an article in the trash; InputError for accounts that can't do
 * it, and for an author who would review their own article
 */
export function assignArticle(actor: Actor, input: AssignArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.assign");
  const { articleId, editorId, reviewerId } = parseInput(assignArticleInput, input);
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId, null);
    if (article.facts.trashedAt) throw new AppError("conflict", "This article is in the trash. Restore it first.");
    const next = {
      editorId: editorId === undefined ? article.editorId : editorId,
      assignedReviewerId: reviewerId === undefined ? article.assignedReviewerId : reviewerId,
    };
    await refuseUnfit(tx, "editorId", editorId, "article.publish");
    await refuseUnfit(tx, "reviewerId", reviewerId, "article.review");
    if (next.assignedReviewerId !== null && next.assignedReviewerId === article.facts.createdById) {
      throw new InputError({ reviewerId: ["wrote this article; somebody else has to review it"] });
    }
    const { version } = await tx.article.update({
      where: { id: articleId },
      data: { ...next, updatedAt: now() },
      select: { version: true },
    });
    const { headline } = article.copy;
    const newTo = (was: number | null, is: number | null): (number | null)[] => (was === is ? [] : [is]);
    const editor = newTo(article.editorId, next.editorId);
    await tellPeople(tx, actor, "assigned-editor", { articleId, headline, to: editor });
    const reviewer = newTo(article.assignedReviewerId, next.assignedReviewerId);
    await tellPeople(tx, actor, "assigned-reviewer", { articleId, headline, to: reviewer });
    await recordAudit(tx, actor, {
      action: "article.assigned",
      subjectType: "article",
      subjectId: articleId,
      before: { editorId: article.editorId, reviewerId: article.assignedReviewerId },
      after: { editorId: next.editorId, reviewerId: next.assignedReviewerId },
    });
    return { articleId, version, slug: article.slug };
  });
}

async function refuseUnfit(
  tx: Transaction,
  field: string,
  userId: number | null | undefined,
  permission: Permission,
): Promise<void> {
  if (userId === null || userId === undefined) return;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, disabledAt: true } });
  const { roles, reason }: { roles: readonly string[]; reason: string } = permissions[permission];
  if (!user || user.disabledAt) throw new InputError({ [field]: ["There is no such account any more."] });
  if (!roles.includes(user.role)) throw new InputError({ [field]: [reason] });
}
