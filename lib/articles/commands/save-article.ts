import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { saveArticleInput, type ArticleReference, type SaveArticleInput } from "../schema";
import { lockArticle, refuseTakenSlug, workingCopyColumns, writeRevision } from "./working-copy";

/**
 * Replaces the working copy and keeps what it was as a revision. What readers see does not change.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between or the slug is taken
 */
export function saveArticle(actor: Actor, input: SaveArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion, workingCopy } = parseInput(saveArticleInput, input);
  const copy = { ...workingCopy, body: withHeadingIds(workingCopy.body) };
  const { columns, tags, authors } = workingCopyColumns(copy);
  const savedAt = now();
  return transaction(async (tx) => {
    const before = await lockArticle(tx, articleId, expectedVersion);
    await refuseTakenSlug(tx, copy.slug, articleId);
    const article = await tx.article.update({
      where: { id: articleId },
      data: {
        ...columns,
        version: { increment: 1 },
        updatedAt: savedAt,
        tags: { deleteMany: {}, create: tags },
        authors: { deleteMany: {}, create: authors },
      },
      select: { version: true, slug: true },
    });
    await writeRevision(tx, articleId, copy, { reason: "saved", actorId: actorUserId(actor), createdAt: savedAt });
    await recordAudit(tx, actor, {
      action: "article.saved",
      subjectType: "article",
      subjectId: articleId,
      before: { headline: before.copy.headline, slug: before.copy.slug },
      after: { headline: copy.headline, slug: copy.slug },
    });
    return { articleId, version: article.version, slug: article.slug };
  });
}
