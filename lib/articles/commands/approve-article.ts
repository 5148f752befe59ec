import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { approveArticleInput, type ApproveArticleInput, type ArticleReference } from "../schema";
import { addRemark } from "./add-remark";
import { lockArticle, takeTransition } from "./lock-article";
import { setState } from "./set-state";
import { tellPeople } from "./tell-people";

/**
 * Approves the text of the version the actor has seen. Author and editor are told by mail.
 * @throws AppError "forbidden" (also for one's own article), "invalid", "not-found"; "conflict" when it was not submitted
 * or somebody saved since
 */
export function approveArticle(actor: Actor, input: ApproveArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.review");
  const { articleId, expectedVersion, note } = parseInput(approveArticleInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "approve", article.facts, moment);
    const data = { approvedAt: moment, approvedById: actorUserId(actor) };
    const { version } = await setState(tx, actor, { article, to, moment }, data);
    if (note !== "") await addRemark(tx, { articleId, authorId: actorUserId(actor), body: note, createdAt: moment });
    await tellPeople(tx, actor, "approved", {
      articleId,
      headline: article.copy.headline,
      remark: note,
      to: [article.facts.createdById, article.editorId],
    });
    await recordAudit(tx, actor, {
      action: "article.approved",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.facts.state },
      after: { version },
    });
    return { articleId, version, slug: article.slug };
  });
}
