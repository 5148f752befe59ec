import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { articleRefInput, type ArticleRefInput, type ArticleReference } from "../schema";
import { lockArticle, takeTransition } from "./lock-article";
import { setState } from "./set-state";

/**
 * Takes an article back from review, to go on writing. An approval ends with it.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it is not being reviewed or somebody saved since
 */
export function recallArticle(actor: Actor, input: ArticleRefInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion } = parseInput(articleRefInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "recall", article.facts, moment);
    const data = { submittedAt: null, approvedAt: null, approvedById: null };
    const { state, version } = await setState(tx, actor, { article, to, moment }, data);
    await recordAudit(tx, actor, {
      action: "article.recalled",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.facts.state },
      after: { state },
    });
    return { articleId, version, slug: article.slug };
  });
}
