import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { moveStart, publicVersions } from "@/lib/publications/commands/public-range";
import { rescheduleArticleInput, type ArticleReference, type RescheduleArticleInput } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle, takeTransition } from "./lock-article";
import { liftNotices } from "./public-address";
import { setState } from "./set-state";

/**
 * Moves a version that waits for its moment to another one; its text and its end stay.
 * @throws AppError "forbidden", "invalid" (in the past, or not before the end), "not-found"; "conflict" when nothing waits
 * or somebody saved in between
 */
export function rescheduleArticle(actor: Actor, input: RescheduleArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const { articleId, expectedVersion, visibleFrom } = parseInput(rescheduleArticleInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "reschedule", article.facts, moment);
    const versions = await publicVersions(tx, articleId, moment);
    const { planned } = versions;
    if (!planned) throw new AppError("conflict", "No version of this article is scheduled.");
    if (visibleFrom <= moment) {
      throw new AppError("invalid", "This moment has passed. Choose a later one, or publish now.");
    }
    if (planned.visibleUntil && planned.visibleUntil <= visibleFrom) {
      throw new AppError("invalid", "The article would end before it starts.");
    }
    await moveStart(tx, { ...versions, planned }, visibleFrom);
    await tx.redirect.updateMany({
      where: { articleId, activeFrom: { gt: moment } },
      data: { activeFrom: visibleFrom },
    });
    await liftNotices(tx, articleId, moment, visibleFrom);
    const { version } = await setState(tx, actor, { article, to, moment });
    await recordAudit(tx, actor, {
      action: "article.rescheduled",
      subjectType: "article",
      subjectId: articleId,
      before: { visibleFrom: planned.visibleFrom.toISOString() },
      after: { visibleFrom: visibleFrom.toISOString() },
    });
    await bumpContentVersion(tx, { paths: await touchedPaths(tx, [planned.id]), visibleFrom });
    return { articleId, version, slug: article.slug };
  });
}
