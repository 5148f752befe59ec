import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { articleIdInput, type ArticleIdInput, type ArticleReference } from "../schema";
import { lockArticle, takeTransition } from "./lock-article";
import { setState } from "./set-state";

/** Both ways of the trash. Private to the verbs of this folder. */
export function intoOrOutOfTrash(
  actor: Actor,
  input: ArticleIdInput,
  verb: "moveToTrash" | "restoreFromTrash",
): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId } = parseInput(articleIdInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, null);
    const to = takeTransition(actor, verb, article.facts, moment);
    const trashedAt = verb === "moveToTrash" ? moment : null;
    const { version } = await setState(tx, actor, { article, to, moment }, { trashedAt });
    await recordAudit(tx, actor, {
      action: verb === "moveToTrash" ? "article.trashed" : "article.restored-from-trash",
      subjectType: "article",
      subjectId: articleId,
      before: { headline: article.copy.headline, slug: article.slug },
    });
    return { articleId, version, slug: article.slug };
  });
}
