import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { workingCopyInput, type ArticleReference, type WorkingCopyInput } from "../schema";
import { refuseTakenSlug, workingCopyColumns, writeRevision } from "./working-copy";

/**
 * Starts an article as a draft. Readers see nothing of it.
 * @throws AppError "forbidden", "invalid"; "conflict" when the slug is taken
 */
export function createArticle(actor: Actor, input: WorkingCopyInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const parsed = parseInput(workingCopyInput, input);
  const copy = { ...parsed, body: withHeadingIds(parsed.body) };
  const { columns, tags, authors } = workingCopyColumns(copy);
  const createdAt = now();
  return transaction(async (tx) => {
    await refuseTakenSlug(tx, copy.slug, null);
    const article = await tx.article.create({
      data: {
        ...columns,
        createdAt,
        updatedAt: createdAt,
        createdById: actorUserId(actor),
        tags: { create: tags },
        authors: { create: authors },
      },
      select: { id: true, version: true, slug: true },
    });
    await writeRevision(tx, article.id, copy, { reason: "created", actorId: actorUserId(actor), createdAt });
    await recordAudit(tx, actor, {
      action: "article.created",
      subjectType: "article",
      subjectId: article.id,
      after: { headline: copy.headline, slug: copy.slug },
    });
    return { articleId: article.id, version: article.version, slug: article.slug };
  });
}
