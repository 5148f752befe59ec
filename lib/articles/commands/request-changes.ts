import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { requestChangesInput, type ArticleReference, type RequestChangesInput } from "../schema";
import { addRemark } from "./add-remark";
import { lockArticle, takeTransition } from "./lock-article";
import { setState } from "./set-state";
import { tellPeople } from "./tell-people";

/**
 * Gives an article back to its author with what should change; the author is told by mail.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it was not submitted or somebody saved since
 */
export function requestChanges(actor: Actor, input: RequestChangesInput): Promise<ArticleReference> {
  authorise(actor, "article.review");
  const { articleId, expectedVersion, comment } = parseInput(requestChangesInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "requestChanges", article.facts, moment);
    const data = { approvedAt: null, approvedById: null };
    const { version } = await setState(tx, actor, { article, to, moment }, data);
    const remark = { articleId, authorId: actorUserId(actor), body: comment, createdAt: moment };
    const commentId = await addRemark(tx, remark);
    await tellPeople(tx, actor, "changes-requested", {
      articleId,
      headline: article.copy.headline,
      remark: comment,
      to: [article.facts.createdById],
    });
    await recordAudit(tx, actor, {
      action: "article.changes-requested",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.facts.state },
      after: { commentId },
    });
    return { articleId, version, slug: article.slug };
  });
}
