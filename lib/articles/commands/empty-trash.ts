import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { emptyTrashInput, type EmptyTrashInput } from "../schema";

/** How long the trash keeps an article, in milliseconds. */
export const trashPeriod = 30 * 86_400_000;
/** At most so many in one transaction; who empties a fuller trash does it again. */
const mostAtOnce = 500;

/**
 * Removes articles in the trash for good, with everything that was written of them; the audit log and the notices at
 * their old addresses stay. Named articles that are not in the trash (any more) are left alone.
 * @returns how many were removed
 * @throws AppError "forbidden", "invalid"
 */
export function emptyTrash(actor: Actor, input: EmptyTrashInput = {}): Promise<{ removed: number }> {
  authorise(actor, "article.delete");
  const { articleIds = null } = parseInput(emptyTrashInput, input);
  return transaction(async (tx) => {
    const before = new Date(now().getTime() - trashPeriod);
    const rows = await tx.$queryRaw<{ id: number; headline: string; slug: string }[]>`
      SELECT id, headline, slug FROM article
      WHERE trashed_at IS NOT NULL
        AND CASE WHEN ${articleIds}::int[] IS NULL THEN trashed_at <= ${before} ELSE id = ANY (${articleIds}::int[]) END
      ORDER BY id LIMIT ${mostAtOnce} FOR UPDATE`;
    const ids = rows.map(({ id }) => id);
    // A publication keeps its revision from being deleted, so it goes first.
    await tx.publication.deleteMany({ where: { articleId: { in: ids } } });
    await tx.article.deleteMany({ where: { id: { in: ids } } });
    for (const { id, headline, slug } of rows) {
      await recordAudit(tx, actor, {
        action: "article.removed",
        subjectType: "article",
        subjectId: id,
        before: { headline, slug },
      });
    }
    return { removed: ids.length };
  });
}
