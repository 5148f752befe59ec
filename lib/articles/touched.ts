import type { Transaction } from "@/lib/db/client";
import { articlePath, authorPath, categoryPath, homePath, tagPath } from "@/lib/urls";

/**
 * Addresses that show an article: its own (old and new), its categories, tags and authors, and the home page.
 * @param earlier ids of publications that were visible before the change
 */
export async function touchedPaths(tx: Transaction, articleId: number, earlier: number[]): Promise<string[]> {
  const publications = await tx.publication.findMany({
    where: { OR: [{ id: { in: earlier } }, { articleId, visibleUntil: null }] },
    select: {
      slug: true,
      category: { select: { slug: true } },
      tags: { select: { tag: { select: { slug: true } } } },
      authors: { select: { person: { select: { slug: true } } } },
    },
  });
  const paths = publications.flatMap((publication) => [
    articlePath({ categorySlug: publication.category.slug, slug: publication.slug }),
    categoryPath(publication.category.slug),
    ...publication.tags.map(({ tag }) => tagPath(tag.slug)),
    ...publication.authors.map(({ person }) => authorPath(person.slug)),
  ]);
  return [...new Set([homePath, ...paths])];
}
