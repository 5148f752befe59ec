import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { submitArticleInput, type ArticleReference, type SubmitArticleInput } from "../schema";
import { addRemark } from "./add-remark";
import { lockArticle, takeTransition } from "./lock-article";
import { setState } from "./set-state";
import { tellPeople } from "./tell-people";
import { keepRevision } from "./versions";

/**
 * Hands an article over for review. Who is to review and to edit it is told by mail; an approval of an earlier text ends.
 * The text as it was submitted stays as a revision.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it was submitted already or somebody saved since
 */
export function submitArticle(actor: Actor, input: SubmitArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.write");
  const { articleId, expectedVersion, note } = parseInput(submitArticleInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "submit", article.facts, moment);
    await keepRevision(tx, article, { reason: "submitted", actorId: actorUserId(actor), createdAt: moment });
    const data = { submittedAt: moment, approvedAt: null, approvedById: null };
    const { version } = await setState(tx, actor, { article, to, moment }, data);
    if (note !== "") await addRemark(tx, { articleId, authorId: actorUserId(actor), body: note, createdAt: moment });
    await tellPeople(tx, actor, "submitted", {
      articleId,
      headline: article.copy.headline,
      remark: note,
      to: [article.assignedReviewerId, article.editorId],
    });
    await recordAudit(tx, actor, {
      action: "article.submitted",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.facts.state },
      after: { version },
    });
    return { articleId, version, slug: article.slug };
  });
}
