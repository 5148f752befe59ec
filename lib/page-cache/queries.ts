/** What the cache asks the database: when time alone will change something, and what to warm when nothing is known. */
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import {
  articlePath,
  authorPath,
  categoryPath,
  feedPath,
  homePath,
  missingPath,
  newsSitemapPath,
  peopleSitemapPath,
  searchPath,
  staticPagePath,
  tagPath,
} from "@/lib/urls";
import type { Turn } from "./timeline";

/** Turns that are read at once; when they are used up, more are read. */
const mostTurns = 50;

type Edge = { at: Date; slug: string; categorySlug: string; tags: string[]; authors: string[] };

/**
 * The next moments after `since` at which something becomes visible or ends: articles, advertisements, the home page's
 * slots, and news that leave the window of news sitemaps.
 */
export async function listTurns(since: Date): Promise<Turn[]> {
  const [edges, others] = await Promise.all([readEdges(since), readOthers(since)]);
  const turns = [
    ...edges.map((edge): Turn => ({ at: edge.at, paths: pathsOf(edge) })),
    ...others.map(({ at, kind }): Turn => ({
      at,
      paths: kind === "home" ? [homePath] : kind === "news" ? [newsSitemapPath] : null,
    })),
  ];
  return turns.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, mostTurns);
}

function readEdges(since: Date): Promise<Edge[]> {
  return sql<Edge>(
    `SELECT e.at, p.slug, c.slug AS "categorySlug",
       ARRAY(SELECT t.slug FROM publication_tag j JOIN tag t ON t.id = j.tag_id WHERE j.publication_id = p.id) AS tags,
       ARRAY(SELECT a.slug FROM publication_author j JOIN person a ON a.id = j.person_id
             WHERE j.publication_id = p.id) AS authors
     FROM (
       (SELECT id, visible_from AS at FROM publication WHERE visible_from > $1 ORDER BY visible_from LIMIT $2)
       UNION ALL
       (SELECT id, visible_until FROM publication WHERE visible_until > $1 ORDER BY visible_until LIMIT $2)
     ) AS e JOIN publication p ON p.id = e.id JOIN category c ON c.id = p.category_id
     ORDER BY e.at LIMIT $2`,
    [since, mostTurns],
  );
}

function readOthers(since: Date): Promise<{ at: Date; kind: "home" | "news" | "all" }[]> {
  return sql(
    `SELECT at, kind FROM (
       SELECT starts_at AS at, 'all' AS kind FROM advertisement WHERE starts_at > $1
       UNION SELECT ends_at, 'all' FROM advertisement WHERE ends_at > $1
       UNION SELECT until, 'home' FROM home_slot WHERE until > $1
       UNION (SELECT published_at + interval '48 hours', 'news' FROM publication
              WHERE published_at > $1::timestamptz - interval '48 hours' ORDER BY published_at LIMIT $2)
     ) AS other ORDER BY at LIMIT $2`,
    [since, mostTurns],
  );
}

function pathsOf({ tags, authors, ...article }: Omit<Edge, "at">): string[] {
  return [
    homePath,
    articlePath(article),
    categoryPath(article.categorySlug),
    ...tags.map((slug) => tagPath(slug)),
    ...authors.map((slug) => authorPath(slug)),
  ];
}

/** What readers most likely ask for first: the front page, its feed, the categories, the newest articles. */
export async function listLikelyPages(count: number): Promise<string[]> {
  const moment = now();
  const categories = await sql<{ slug: string }>("SELECT slug FROM category ORDER BY position, id");
  const articles = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE ${visibleAt("p", "$1")} ORDER BY p.published_at DESC, p.article_id DESC LIMIT $2`,
    [moment, count],
  );
  const lists = categories.map(({ slug }) => categoryPath(slug));
  return [homePath, feedPath(homePath, "rss"), ...lists, ...articles.map(articlePath)].slice(0, count);
}

/**
 * One page of each kind. A kind's first page has its code loaded, which holds up everybody else for a moment: better before
 * there is anybody.
 */
export async function listOneOfEachKind(): Promise<string[]> {
  const [row] = await sql<Omit<Edge, "at"> & { page: string | null }>(
    `SELECT p.slug, c.slug AS "categorySlug", (SELECT slug FROM page ORDER BY id LIMIT 1) AS page,
       ARRAY(SELECT t.slug FROM publication_tag j JOIN tag t ON t.id = j.tag_id WHERE j.publication_id = p.id LIMIT 1) AS tags,
       ARRAY(SELECT a.slug FROM publication_author j JOIN person a ON a.id = j.person_id
             WHERE j.publication_id = p.id LIMIT 1) AS authors
     FROM publication p JOIN category c ON c.id = p.category_id
     WHERE ${visibleAt("p", "$1")} ORDER BY p.published_at DESC, p.article_id DESC LIMIT 1`,
    [now()],
  );
  const fixed = [homePath, searchPath, peopleSitemapPath, missingPath, feedPath(homePath, "rss")];
  if (!row) return fixed;
  return [...fixed, ...pathsOf(row), ...(row.page === null ? [] : [staticPagePath(row.page)])];
}
