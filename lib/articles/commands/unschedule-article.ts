import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { dropPlanned, publicVersions } from "@/lib/publications/commands/public-range";
import { articlePath } from "@/lib/urls";
import { articleRefInput, type ArticleRefInput, type ArticleReference } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle, takeTransition } from "./lock-article";
import { forgetPlannedMove, liftNotices, planNotice } from "./public-address";
import { plannedEnd } from "./publish-article";
import { setState } from "./set-state";

/**
 * Takes a version that waits for its moment off the schedule. What is live stays, and ends when the article was to end.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when nothing waits or somebody saved in between
 */
export function unscheduleArticle(actor: Actor, input: ArticleRefInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const { articleId, expectedVersion } = parseInput(articleRefInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "unschedule", article.facts, moment);
    const versions = await publicVersions(tx, articleId, moment);
    const { live, planned } = versions;
    if (!planned) throw new AppError("conflict", "No version of this article is scheduled.");
    const paths = await touchedPaths(tx, [planned.id]);
    const end = plannedEnd(article, moment);
    await dropPlanned(tx, versions, end);
    await forgetPlannedMove(tx, articleId, moment);
    await liftNotices(tx, articleId, moment, null);
    await planNotice(
      tx,
      articleId,
      moment,
      live && end ? { path: articlePath(live), headline: live.headline, at: end } : null,
    );
    const data = { unpublishedChanges: versions.last !== null };
    const { version } = await setState(tx, actor, { article, to, moment }, data);
    await recordAudit(tx, actor, {
      action: "article.unscheduled",
      subjectType: "article",
      subjectId: articleId,
      before: { visibleFrom: planned.visibleFrom.toISOString() },
    });
    await bumpContentVersion(tx, { paths, visibleFrom: planned.visibleFrom });
    return { articleId, version, slug: article.slug };
  });
}
