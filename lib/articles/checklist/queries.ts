import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findDeadInternalLinks, listLinkChecks, type CheckedLink } from "@/lib/links/queries";
import { linkTargets } from "@/lib/links/targets";
import { workingCopyInput, type WorkingCopy } from "../schema";
import { checklistOf } from "./checklist";
import type { DeadLink } from "./rules/dead-links";
import type { ArticleChecklist } from "./types";

/**
 * What stands in the way of publishing an article's working copy as it was last saved, and what could be better.
 * @throws AppError "forbidden", "not-found"
 */
export async function checkArticle(actor: Actor, articleId: number): Promise<ArticleChecklist> {
  authorise(actor, "article.read");
  const { version, copy, coverCrops } = await readCopy(articleId);
  const targets = linkTargets(copy, env().SITE_URL);
  const checks = (await listLinkChecks(actor, articleId)).filter(({ url }) => targets.external.includes(url));
  const deadLinks: DeadLink[] = [
    ...targets.deadFragments.map((href) => ({ href, reason: "There is no such heading in this text." })),
    ...(await findDeadInternalLinks(targets.internal)),
    ...withOutcome(checks, "dead").map(({ url, reason }) => ({ href: url, reason })),
  ];
  return {
    ...checklistOf(copy, { siteUrl: env().SITE_URL, deadLinks, coverCrops }),
    articleId,
    version,
    links: {
      external: targets.external.length,
      unchecked: targets.external.length - checks.length,
      checkedAt: checks.map(({ checkedAt }) => checkedAt.toISOString()).sort()[0] ?? null,
      unclear: withOutcome(checks, "unclear"),
    },
  };
}

function withOutcome(checks: readonly CheckedLink[], outcome: CheckedLink["outcome"]) {
  return checks.flatMap((check) => (check.outcome === outcome ? [{ url: check.url, reason: check.error ?? "" }] : []));
}

type CopyRow = {
  version: number;
  fields: Record<string, unknown>;
  tags: number[];
  authors: number[];
  coverCrops: string[] | null;
};

const copyStatement = `
  SELECT a.version,
    json_build_object('slug', a.slug, 'categoryId', a.category_id, 'headline', a.headline, 'excerpt', a.excerpt,
      'body', a.body, 'citations', a.citations, 'coverId', a.cover_id, 'coverAlt', a.cover_alt,
      'coverCaption', a.cover_caption, 'reviewerId', a.reviewer_id, 'seoTitle', a.seo_title,
      'seoDescription', a.seo_description, 'canonicalUrl', a.canonical_url, 'noindex', a.noindex,
      'contentNote', a.content_note, 'healthClaims', a.health_claims) AS fields,
    a.reviewed_at AS "reviewedAt", (SELECT crops FROM media WHERE id = a.cover_id) AS "coverCrops",
    ARRAY(SELECT tag_id FROM article_tag WHERE article_id = a.id ORDER BY position) AS tags,
    ARRAY(SELECT person_id FROM article_author WHERE article_id = a.id ORDER BY position) AS authors
  FROM article a WHERE a.id = $1`;

async function readCopy(articleId: number): Promise<Pick<CopyRow, "version" | "coverCrops"> & { copy: WorkingCopy }> {
  const [row] = await sql<CopyRow & { reviewedAt: Date | null }>(copyStatement, [articleId]);
  if (!row) throw new AppError("not-found", "There is no such article.");
  const { version, coverCrops, fields, reviewedAt, tags: tagIds, authors: authorIds } = row;
  return { version, coverCrops, copy: workingCopyInput.parse({ ...fields, reviewedAt, tagIds, authorIds }) };
}
