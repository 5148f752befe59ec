import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { articlePath, authorPath, categoryPath, homePath, tagPath } from "@/lib/urls";

type TouchedPublication = { slug: string; categorySlug: string; tags: string[]; authors: string[] };

/**
 * Addresses that show an article: its own (old and new), its categories, tags and authors, and the home page.
 * @param publicationIds what was visible before the change, and what it wrote
 */
export async function touchedPaths(tx: Transaction, publicationIds: number[]): Promise<string[]> {
  if (publicationIds.length === 0) return [homePath];
  const publications = await tx.$queryRaw<TouchedPublication[]>`
    SELECT p.slug, c.slug AS "categorySlug",
      ARRAY(SELECT t.slug FROM publication_tag j JOIN tag t ON t.id = j.tag_id
            WHERE j.publication_id = p.id ORDER BY j.position) AS tags,
      ARRAY(SELECT a.slug FROM publication_author j JOIN person a ON a.id = j.person_id
            WHERE j.publication_id = p.id ORDER BY j.position) AS authors
    FROM publication p JOIN category c ON c.id = p.category_id
    WHERE p.id = ANY (${publicationIds})
    ORDER BY p.id`;
  const paths = publications.flatMap((publication) => [
    articlePath(publication),
    categoryPath(publication.categorySlug),
    ...publication.tags.map((slug) => tagPath(slug)),
    ...publication.authors.map((slug) => authorPath(slug)),
  ]);
  return [...new Set([homePath, ...paths])];
}

/** Slugs of the articles that readers see in a category. */
export async function visibleSlugs(tx: Transaction, categoryId: number): Promise<string[]> {
  const moment = now();
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM publication WHERE category_id = ${categoryId}
      AND visible_from <= ${moment} AND (visible_until IS NULL OR visible_until > ${moment})`;
  return rows.map(({ slug }) => slug);
}
