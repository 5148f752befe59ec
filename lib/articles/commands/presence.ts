import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { presenceInput, type PresenceInput } from "../schema";

/** Who was not seen for this long has gone, in milliseconds. The desk says that it is there every ten seconds. */
export const presenceLife = 30_000;

export type Companion = {
  name: string;
  sessionKey: string;
  /** Another tab of the same account. */
  self: boolean;
  since: Date;
};

/**
 * Says that somebody has an article open, and tells who else has. Nothing is written to the audit log: it is no change.
 * @returns the others, who came first first; and the version, so that a stale tab learns that somebody saved
 * @throws AppError "forbidden", "invalid", "not-found"
 */
export async function heartbeat(actor: Actor, input: PresenceInput): Promise<{ others: Companion[]; version: number }> {
  const userId = reader(actor);
  const { articleId, sessionKey } = parseInput(presenceInput, input);
  const moment = now();
  const gone = new Date(moment.getTime() - presenceLife);
  const [article] = await sql<{ version: number }>("SELECT version FROM article WHERE id = $1", [articleId]);
  if (!article) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
  await sql(
    `INSERT INTO article_presence (article_id, session_key, user_id, since, seen_at) VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT (article_id, session_key) DO UPDATE SET seen_at = excluded.seen_at, user_id = excluded.user_id,
       since = CASE WHEN article_presence.seen_at > $5 THEN article_presence.since ELSE excluded.since END`,
    [articleId, sessionKey, userId, moment, gone],
  );
  await sql("DELETE FROM article_presence WHERE seen_at <= $1", [gone]);
  const others = await sql<Companion>(
    `SELECT u.name, p.session_key AS "sessionKey", p.user_id = $3 AS self, p.since
     FROM article_presence p JOIN app_user u ON u.id = p.user_id
     WHERE p.article_id = $1 AND p.session_key <> $2 AND p.seen_at > $4 ORDER BY p.since, p.session_key`,
    [articleId, sessionKey, userId, gone],
  );
  return { others, version: article.version };
}

/** Says that somebody closed an article. @throws AppError "forbidden", "invalid" */
export async function leave(actor: Actor, input: PresenceInput): Promise<void> {
  const userId = reader(actor);
  const { articleId, sessionKey } = parseInput(presenceInput, input);
  await sql("DELETE FROM article_presence WHERE article_id = $1 AND session_key = $2 AND user_id = $3", [
    articleId,
    sessionKey,
    userId,
  ]);
}

function reader(actor: Actor): number {
  authorise(actor, "article.read");
  if (actor.kind !== "user") throw new AppError("forbidden", "Only people have an article open.");
  return actor.id;
}
