import type { Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { articlePath, authorPath, categoryPath, homePath, tagPath } from "@/lib/urls";

/** Those of `paths` that list articles, and so have feeds. */
export async function listsAmong(tx: Transaction, paths: readonly string[]): Promise<Set<string>> {
  const slugs = slugsOf(paths);
  const rows = await tx.$queryRaw<{ kind: "category" | "tag" | "author"; slug: string }[]>`
    SELECT 'category' AS kind, slug FROM category WHERE slug = ANY (${slugs})
    UNION ALL SELECT 'tag', slug FROM tag WHERE slug = ANY (${slugs})
    UNION ALL SELECT 'author', slug FROM person WHERE slug = ANY (${slugs})`;
  const pathOf = { category: categoryPath, tag: tagPath, author: authorPath };
  const lists = new Set([homePath, ...rows.map(({ kind, slug }) => pathOf[kind](slug))]);
  return new Set(paths.filter((path) => lists.has(path)));
}

/**
 * Those of `paths` that are, or were, the address of an article that readers saw by `moment`. What waits for a later moment
 * is not among them, nor what never came.
 */
export async function knownArticlesAmong(
  tx: Transaction,
  paths: readonly string[],
  moment: Date,
): Promise<Set<string>> {
  const slugs = slugsOf(paths);
  const seen = await tx.$queryRaw<{ slug: string; categorySlug: string }[]>`
    SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
    WHERE p.slug = ANY (${slugs}) AND p.visible_from <= ${moment}
      AND (p.visible_until IS NULL OR p.visible_from < p.visible_until)`;
  const left = await tx.$queryRaw<{ path: string }[]>`
    SELECT from_path AS path FROM redirect
    WHERE from_path = ANY (${paths}) AND (active_from IS NULL OR active_from <= ${moment})
    UNION ALL SELECT path FROM withdrawal WHERE path = ANY (${paths}) AND at <= ${moment}`;
  const known = new Set([...seen.map(articlePath), ...left.map(({ path }) => path)]);
  return new Set(paths.filter((path) => known.has(path)));
}

function slugsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.slice(path.lastIndexOf("/") + 1)))];
}

/** Public versions that came or ended after `since` and by `until`. */
export async function versionsBetween(tx: Transaction, since: Date, until: Date): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM publication
    WHERE ((visible_from > ${since} AND visible_from <= ${until}) OR (visible_until > ${since} AND visible_until <= ${until}))
      AND (visible_until IS NULL OR visible_from < visible_until)`;
  return rows.map(({ id }) => id);
}

/** The next moment at which a public version comes or ends by itself; null when none is planned. */
export async function nextMomentAfter(tx: Transaction, moment: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ next: Date | null }[]>`
    SELECT least(
      (SELECT min(visible_from) FROM publication WHERE visible_from > ${moment}),
      (SELECT min(visible_until) FROM publication WHERE visible_until > ${moment})) AS next`;
  return row?.next ?? null;
}

export type HookFacts = {
  waiting: number;
  failures: number;
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  lastError: string | null;
};

/** How telling a target went, for the health page. */
export async function hookFacts(name: string): Promise<HookFacts> {
  const [row] = await sql<HookFacts>(
    `SELECT (SELECT count(*) FROM announcement a WHERE a.target = t.name) AS waiting, failures,
       last_success_at AS "lastSuccessAt", last_error_at AS "lastErrorAt", last_error AS "lastError"
     FROM hook_target t WHERE name = $1`,
    [name],
  );
  return row ?? { waiting: 0, failures: 0, lastSuccessAt: null, lastErrorAt: null, lastError: null };
}
