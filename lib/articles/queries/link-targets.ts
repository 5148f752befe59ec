/** What a text can link to on this site. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { suggestArticles } from "@/lib/search/queries";
import { readQuery } from "@/lib/search/query-text";
import { articlePath, categoryPath, staticPagePath } from "@/lib/urls";

export type LinkTarget = {
  kind: "article" | "category" | "page";
  title: string;
  /** Starts with /. */
  path: string;
  /** For an article the name of its category, to tell articles of the same headline apart. */
  detail: string | null;
};

/** Categories and pages each. */
const mostOthers = 4;

/**
 * Articles that readers see now and that have these words (the last one may be unfinished), then categories and static
 * pages whose names hold them. Few, best first; nothing for less than two characters.
 * @throws AppError "forbidden"
 */
export async function listLinkTargets(actor: Actor, typed: string): Promise<LinkTarget[]> {
  authorise(actor, "article.read");
  const query = readQuery(typed);
  if (query.kind !== "query" || query.text.length < 2) return [];
  const [articles, others] = await Promise.all([suggestArticles(query.words), listNamedPlaces(query.text)]);
  return [
    ...articles.map((article): LinkTarget => ({
      kind: "article",
      title: article.headline,
      path: articlePath(article),
      detail: article.categoryName,
    })),
    ...others,
  ];
}

async function listNamedPlaces(words: string): Promise<LinkTarget[]> {
  const rows = await sql<{ kind: "category" | "page"; title: string; slug: string }>(
    `(SELECT 'category' AS kind, name AS title, slug FROM category WHERE strpos(lower(name), lower($1)) > 0
       ORDER BY position, id LIMIT ${String(mostOthers)})
     UNION ALL
     (SELECT 'page', title, slug FROM page WHERE strpos(lower(title), lower($1)) > 0
       ORDER BY lower(title), id LIMIT ${String(mostOthers)})`,
    [words],
  );
  return rows.map(({ kind, title, slug }) => ({
    kind,
    title,
    path: kind === "category" ? categoryPath(slug) : staticPagePath(slug),
    detail: null,
  }));
}
