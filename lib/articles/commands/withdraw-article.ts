import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { withdrawArticleInput, type ArticleReference, type WithdrawArticleInput } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle } from "./working-copy";

/**
 * Takes an article away from readers at once, and drops what was scheduled. The working copy and all revisions stay.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it is not public, or somebody saved in between
 */
export function withdrawArticle(actor: Actor, input: WithdrawArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const { articleId, expectedVersion, reason } = parseInput(withdrawArticleInput, input);
  const moment = now();
  return transaction(async (tx) => {
    const article = await lockArticle(tx, articleId, expectedVersion);
    const open = { articleId, OR: [{ visibleUntil: null }, { visibleUntil: { gt: moment } }] };
    const publications = await tx.publication.findMany({ where: open, select: { id: true } });
    if (publications.length === 0) throw new AppError("conflict", "Readers do not see this article.");
    const paths = await touchedPaths(
      tx,
      publications.map((publication) => publication.id),
    );
    await tx.publication.deleteMany({ where: { articleId, visibleFrom: { gte: moment } } });
    await tx.publication.updateMany({ where: open, data: { visibleUntil: moment } });
    const { version } = await tx.article.update({
      where: { id: articleId },
      data: { state: "withdrawn", version: { increment: 1 }, updatedAt: moment },
      select: { version: true },
    });
    await recordAudit(tx, actor, {
      action: "article.withdrawn",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.state },
      after: { reason },
    });
    await bumpContentVersion(tx, { paths });
    return { articleId, version, slug: article.slug };
  });
}
