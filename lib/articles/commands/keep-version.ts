import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { articleRefInput, type ArticleRefInput } from "../schema";
import { lockArticle, takeTransition } from "./lock-article";
import { keepRevision } from "./versions";

/**
 * Keeps the working copy, as it was saved last, as a revision: somebody pressed "save" on purpose. The text and its
 * version stay; when that version is a revision already, nothing is written.
 * @returns whether a revision was written
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between
 */
export function keepVersion(actor: Actor, input: ArticleRefInput): Promise<{ kept: boolean }> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion } = parseInput(articleRefInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    takeTransition(actor, "save", article.facts, moment);
    const version = await tx.articleVersion.findUnique({
      where: { articleId_version: { articleId, version: article.version } },
      select: { revisionId: true },
    });
    if (version?.revisionId) return { kept: false };
    await keepRevision(tx, article, { reason: "saved", actorId: actorUserId(actor), createdAt: moment });
    await recordAudit(tx, actor, {
      action: "article.saved",
      subjectType: "article",
      subjectId: articleId,
      after: { headline: article.copy.headline, version: article.version },
    });
    return { kept: true };
  });
}
