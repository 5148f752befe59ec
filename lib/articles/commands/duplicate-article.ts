import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { placeholderSlug, slugOfHeadline } from "../automatic-slug";
import { articleIdInput, type ArticleIdInput, type ArticleReference } from "../schema";
import { nextArticleId, writeArticle } from "./create-article";
import { lockArticle } from "./lock-article";
import { freeSlug } from "./working-copy";

/** As long as a headline may be. */
const longestHeadline = 200;

/**
 * Makes a new draft of the actor's own from the working copy of an article. The review stays behind: nobody read this
 * one yet; so does the canonical address, which would call the new article a copy for search engines.
 * @throws AppError "forbidden", "invalid", "not-found"
 */
export function duplicateArticle(actor: Actor, input: ArticleIdInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId } = parseInput(articleIdInput, input);
  return transaction(async (tx) => {
    const { copy } = await lockArticle(tx, actor, articleId, null);
    const id = await nextArticleId(tx);
    const headline = copy.headline === "" ? "" : `${copy.headline.slice(0, longestHeadline - 7)} (copy)`;
    const wanted = slugOfHeadline(headline);
    const slug = wanted === null ? placeholderSlug(id) : await freeSlug(tx, wanted, id);
    const fresh = { ...copy, headline, slug, reviewerId: null, reviewedAt: null, canonicalUrl: null };
    return writeArticle(tx, actor, fresh, { id, from: articleId });
  });
}
