import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { resultLifetimeDays } from "./policy";
import type { InternalLink } from "./targets";

export type DeadLink = { href: string; reason: string };
export type CheckedLink = {
  url: string;
  outcome: "alive" | "dead" | "unclear";
  status: number | null;
  error: string | null;
  checkedAt: Date;
};
export type BrokenLink = { articleId: number; headline: string; url: string; error: string; checkedAt: Date };

/** What the last check found of an article's external links, as far as it still counts. */
export async function listLinkChecks(actor: Actor, articleId: number): Promise<CheckedLink[]> {
  authorise(actor, "article.read");
  return sql<CheckedLink>(
    `SELECT url, outcome, status, error, checked_at AS "checkedAt" FROM link_check
     WHERE article_id = $1 AND checked_at > $2 ORDER BY url`,
    [articleId, oldestThatCounts()],
  );
}

/** Dead external links of all articles outside the trash, for the health page. */
export async function brokenLinkCount(actor: Actor): Promise<number> {
  authorise(actor, "article.read");
  const [row] = await sql<{ count: number }>(`SELECT count(*) AS count ${brokenRows}`, [oldestThatCounts()]);
  return row?.count ?? 0;
}

/** The same links, newest finding first. */
export async function listBrokenLinks(actor: Actor, limit = 100): Promise<BrokenLink[]> {
  authorise(actor, "article.read");
  return sql<BrokenLink>(
    `SELECT a.id AS "articleId", a.headline, l.url, l.error, l.checked_at AS "checkedAt" ${brokenRows}
     ORDER BY l.checked_at DESC, a.id, l.url LIMIT $2`,
    [oldestThatCounts(), limit],
  );
}

const brokenRows = `FROM link_check l JOIN article a ON a.id = l.article_id
  WHERE l.outcome = 'dead' AND l.checked_at > $1 AND a.trashed_at IS NULL`;

function oldestThatCounts(): Date {
  return new Date(now().getTime() - resultLifetimeDays * 86_400_000);
}

type Known = { kind: string; slug: string };

const knownStatement = `
  SELECT 'article' AS kind, slug FROM publication
    WHERE slug = ANY($1) AND visible_from <= $3 AND (visible_until IS NULL OR visible_until > $3)
  UNION ALL SELECT 'draft', slug FROM article WHERE slug = ANY($1)
  UNION ALL SELECT 'top', slug FROM category WHERE slug = ANY($1)
  UNION ALL SELECT 'top', slug FROM page WHERE slug = ANY($1)
  UNION ALL SELECT 'tag', slug FROM tag WHERE slug = ANY($1)
  UNION ALL SELECT 'author', slug FROM person WHERE slug = ANY($1)
  UNION ALL SELECT 'moved', path FROM unnest($2::text[]) AS path
    WHERE EXISTS (SELECT 1 FROM redirect r WHERE r.to_path IS NOT NULL AND (r.active_from IS NULL OR r.active_from <= $3)
      AND (r.from_path = path OR (r.from_path LIKE '%/*' AND starts_with(path, left(r.from_path, -1)))))`;

/** Of links within the site, those that would show a reader nothing at the present moment. */
export async function findDeadInternalLinks(links: readonly InternalLink[]): Promise<DeadLink[]> {
  const asked = links.filter(({ target }) => target.kind !== "fixed");
  if (asked.length === 0) return [];
  const slugs = asked.flatMap(({ target }) => (target.kind === "fixed" ? [] : [target.slug]));
  const paths = asked.map(({ path }) => path);
  const rows = await sql<Known>(knownStatement, [slugs, paths, now()]);
  const known = new Set(rows.map(({ kind, slug }) => `${kind} ${slug}`));
  return asked.flatMap(({ href, path, target }) => {
    if (target.kind === "fixed" || known.has(`${target.kind} ${target.slug}`) || known.has(`moved ${path}`)) return [];
    const waiting = target.kind === "article" && known.has(`draft ${target.slug}`);
    return [{ href, reason: waiting ? "This article is not public." : "There is no such page." }];
  });
}
