/** What the search box suggests while a reader types. */
import type { NextRequest } from "next/server";
import type { SuggestionsAnswer } from "@/components/site/islands/suggestions";
import { httpStatus } from "@/lib/errors";
import { suggestArticles } from "@/lib/search/queries";
import { longestQuery, readQuery } from "@/lib/search/query-text";
import { articlePath, searchResultsPath } from "@/lib/urls";

export const dynamic = "force-dynamic";

/** Typing back and forth asks the same again. Not for shared caches: every text is an address of its own. */
const headers = { "cache-control": "private, max-age=30", "x-robots-tag": "noindex" };

export async function GET(request: NextRequest): Promise<Response> {
  const query = readQuery(request.nextUrl.searchParams.get("q") ?? undefined);
  if (query.kind === "too-long") {
    const error = `A search may have at most ${String(longestQuery)} characters.`;
    return Response.json({ error }, { status: httpStatus.invalid, headers });
  }
  const text = query.kind === "query" ? query.text : "";
  const articles = query.kind === "query" ? await suggestArticles(query.words) : [];
  const answer: SuggestionsAnswer = {
    query: text,
    items: articles.map((article) => ({
      headline: article.headline,
      href: articlePath(article),
      category: article.categoryName,
    })),
    all: searchResultsPath({ q: text }),
  };
  return Response.json(answer, { headers });
}
