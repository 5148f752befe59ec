import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { visibleAt } from "@/lib/publications/card-sql";
import type { WorkingCopy } from "../schema";
import { copyOfSnapshot } from "../snapshot";
import type { RevisionSummary } from "../types";

/** Revisions on a page. */
const pageSize = 50;

const columns = `r.id, r.number, r.reason, r.created_at AS "createdAt", u.name AS by,
  coalesce(r.snapshot ->> 'headline', '') AS headline,
  EXISTS (SELECT 1 FROM publication p WHERE p.revision_id = r.id AND ${visibleAt("p", "$1")}) AS live`;

/**
 * The history of an article, newest first.
 * @param before only revisions with a smaller number: the smallest of the page before
 * @throws AppError "forbidden", "not-found"
 */
export async function listRevisions(
  actor: Actor,
  articleId: number,
  before: number | null = null,
): Promise<{ revisions: RevisionSummary[]; more: boolean }> {
  authorise(actor, "article.read");
  const revisions = await sql<RevisionSummary>(
    `SELECT ${columns} FROM revision r LEFT JOIN app_user u ON u.id = r.actor_id
     WHERE r.article_id = $2 AND ($3::int IS NULL OR r.number < $3) ORDER BY r.number DESC LIMIT $4`,
    [now(), articleId, before, pageSize + 1],
  );
  if (revisions.length === 0) await refuseMissing(articleId);
  return { revisions: revisions.slice(0, pageSize), more: revisions.length > pageSize };
}

async function refuseMissing(articleId: number): Promise<void> {
  const [article] = await sql("SELECT 1 FROM article WHERE id = $1", [articleId]);
  if (!article) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
}

/** One revision with its whole text. @throws AppError "forbidden", "not-found" */
export async function getRevision(
  actor: Actor,
  { articleId, number }: { articleId: number; number: number },
): Promise<RevisionSummary & { copy: WorkingCopy }> {
  authorise(actor, "article.read");
  const [row] = await sql<RevisionSummary & { snapshot: unknown }>(
    `SELECT ${columns}, r.snapshot FROM revision r LEFT JOIN app_user u ON u.id = r.actor_id
     WHERE r.article_id = $2 AND r.number = $3`,
    [now(), articleId, number],
  );
  if (!row) throw new AppError("not-found", "There is no such version of this article.");
  const { snapshot, ...summary } = row;
  return { ...summary, copy: copyOfSnapshot(snapshot) };
}
