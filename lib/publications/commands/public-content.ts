import type { SignificantContent } from "@/lib/articles/significance";
import type { Transaction } from "@/lib/db/client";
import { citationsSchema } from "@/lib/richtext/citation";
import { parseDocument } from "@/lib/richtext/parse";

/** What a public version says, as far as a change of it would be significant, and its date of the last such change. */
export async function readPublicContent(
  tx: Transaction,
  publicationId: number,
): Promise<{ modifiedAt: Date; content: SignificantContent }> {
  const { modifiedAt, body, citations, ...content } = await tx.publication.findUniqueOrThrow({
    where: { id: publicationId },
    select: {
      modifiedAt: true,
      headline: true,
      excerpt: true,
      body: true,
      citations: true,
      coverId: true,
      coverCaption: true,
      contentNote: true,
      reviewerId: true,
      reviewedAt: true,
    },
  });
  const authors = await tx.publicationAuthor.findMany({
    where: { publicationId },
    orderBy: { position: "asc" },
    select: { personId: true },
  });
  return {
    modifiedAt,
    content: {
      ...content,
      body: parseDocument(body).doc,
      citations: citationsSchema.parse(citations),
      authorIds: authors.map(({ personId }) => personId),
    },
  };
}
