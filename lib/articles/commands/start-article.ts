import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { placeholderSlug } from "../automatic-slug";
import { startArticleInput, workingCopyInput, type ArticleReference, type StartArticleInput } from "../schema";
import { nextArticleId, writeArticle } from "./create-article";
import { refuseUnknownIds } from "./working-copy";

/**
 * Makes an empty draft to write in. Its address follows the headline until somebody chooses one.
 * @throws AppError "forbidden", "invalid"
 */
export function startArticle(actor: Actor, input: StartArticleInput = {}): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { categoryId } = parseInput(startArticleInput, input);
  return transaction(async (tx) => {
    const id = await nextArticleId(tx);
    const body = { type: "doc", content: [{ type: "paragraph" }] } as const;
    const copy = workingCopyInput.parse({ slug: placeholderSlug(id), categoryId, body });
    await refuseUnknownIds(tx, copy);
    return writeArticle(tx, actor, copy, { id });
  });
}
