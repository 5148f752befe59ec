import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { saveArticleInput, type ArticleReference, type SaveArticleInput } from "../schema";
import { lockArticle, takeTransition } from "./lock-article";
import { writeCopy } from "./write-copy";

/**
 * Replaces the working copy and keeps it as a revision. What readers see does not change.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when somebody saved in between or the slug is taken
 */
export function saveArticle(actor: Actor, input: SaveArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion, workingCopy } = parseInput(saveArticleInput, input);
  const copy = { ...workingCopy, body: withHeadingIds(workingCopy.body) };
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    takeTransition(actor, "save", article.facts, moment);
    const { version } = await writeCopy(tx, actor, { article, copy }, { moment, revision: "saved" });
    await recordAudit(tx, actor, {
      action: "article.saved",
      subjectType: "article",
      subjectId: articleId,
      before: { headline: article.copy.headline, slug: article.slug },
      after: { headline: copy.headline, slug: copy.slug },
    });
    return { articleId, version, slug: copy.slug };
  });
}
