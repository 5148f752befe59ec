import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { workingCopyInput, type ArticleReference, type WorkingCopy, type WorkingCopyInput } from "../schema";
import { writeRevision, writeVersion } from "./versions";
import { refuseTakenSlug, refuseUnknownIds, workingCopyColumns } from "./working-copy";

/**
 * Starts an article as a draft. Readers see nothing of it.
 * @throws AppError "forbidden", "invalid"; "conflict" when the slug is taken
 */
export function createArticle(actor: Actor, input: WorkingCopyInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const parsed = parseInput(workingCopyInput, input);
  const copy = { ...parsed, body: withHeadingIds(parsed.body) };
  return transaction(async (tx) => {
    await refuseTakenSlug(tx, copy.slug, null);
    await refuseUnknownIds(tx, copy);
    return writeArticle(tx, actor, copy);
  });
}

/** Writes a new draft with its first revision. Private to the verbs of this folder. */
export async function writeArticle(
  tx: Transaction,
  actor: Actor,
  copy: WorkingCopy,
  given: { id?: number; from?: number } = {},
): Promise<ArticleReference> {
  const { columns, tags, authors } = workingCopyColumns(copy);
  const createdAt = now();
  const actorId = actorUserId(actor);
  const article = await tx.article.create({
    data: {
      ...columns,
      id: given.id,
      createdAt,
      updatedAt: createdAt,
      createdById: actorId,
      tags: { create: tags },
      authors: { create: authors },
    },
    select: { id: true, version: true, slug: true },
  });
  const revisionId = await writeRevision(tx, article.id, copy, { reason: "created", actorId, createdAt });
  await writeVersion(tx, copy, { articleId: article.id, version: article.version, actorId, createdAt, revisionId });
  await recordAudit(tx, actor, {
    action: "article.created",
    subjectType: "article",
    subjectId: article.id,
    after: {
      headline: copy.headline,
      slug: copy.slug,
      ...(given.from === undefined ? {} : { duplicateOf: given.from }),
    },
  });
  return { articleId: article.id, version: article.version, slug: article.slug };
}

/** The id that the next article has, so that its first address can say it. */
export async function nextArticleId(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('article', 'id'))::int AS id`;
  if (!row) throw new Error("the sequence of articles gave nothing");
  return row.id;
}
