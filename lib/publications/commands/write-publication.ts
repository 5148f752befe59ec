import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { WorkingCopy } from "@/lib/articles/schema";
import { plainText } from "@/lib/richtext/plain-text";
import { countWords, readingMinutes } from "@/lib/richtext/words";
import { addSearchWords } from "@/lib/search/commands";

export type Schedule = { visibleFrom: Date; visibleUntil: Date | null; publishedAt: Date; modifiedAt: Date };

/** A working copy that lacks nothing the table needs. */
export type PublishableCopy = WorkingCopy & { categoryId: number };

/**
 * Writes what readers see, in the transaction of the verb that publishes.
 * @returns id of the publication
 * @throws AppError "conflict" when another article is at this address in that time
 */
export async function writePublication(
  tx: Transaction,
  given: { articleId: number; revisionId: number; copy: PublishableCopy },
  schedule: Schedule,
): Promise<number> {
  const { tagIds, authorIds, healthClaims: _, ...copy } = given.copy;
  const { articleId, revisionId } = given;
  await refuseTakenAddress(tx, { articleId, slug: copy.slug }, schedule);
  const tags = await tx.tag.findMany({ where: { id: { in: tagIds } }, select: { name: true } });
  const bodyText = plainText(copy.body);
  const wordCount = countWords(bodyText);
  const listed = { articleId, publishedAt: schedule.publishedAt };
  const { id } = await tx.publication.create({
    data: {
      ...copy,
      ...schedule,
      articleId,
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

/** Said in words here; the exclusion constraint holds it. */
async function refuseTakenAddress(
  tx: Transaction,
  { articleId, slug }: { articleId: number; slug: string },
  { visibleFrom, visibleUntil }: Schedule,
): Promise<void> {
  const holders = await tx.$queryRaw<{ headline: string }[]>`
    SELECT headline FROM publication
    WHERE slug = ${slug} AND article_id <> ${articleId}
      AND tstzrange(visible_from, visible_until) && tstzrange(${visibleFrom}, ${visibleUntil})
    LIMIT 1`;
  const [holder] = holders;
  if (holder) {
    throw new AppError("conflict", `Readers find "${holder.headline}" at the address "${slug}". Choose another slug.`);
  }
}
