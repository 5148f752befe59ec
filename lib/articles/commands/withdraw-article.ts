import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { dropPlanned, publicVersions, setEnd } from "@/lib/publications/commands/public-range";
import { articlePath } from "@/lib/urls";
import { withdrawArticleInput, type ArticleReference, type WithdrawArticleInput } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle, takeTransition } from "./lock-article";
import { forgetPlannedMove, liftNotices, planNotice, writeNotice } from "./public-address";
import { setState } from "./set-state";

/**
 * Takes an article away from readers at once, and drops what was scheduled. Its address keeps a dated notice with the
 * reason, or answers 410. The working copy and all revisions stay.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it is not public, or somebody saved in between
 */
export function withdrawArticle(actor: Actor, input: WithdrawArticleInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const { articleId, expectedVersion, reason, gone } = parseInput(withdrawArticleInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "withdraw", article.facts, moment);
    const versions = await publicVersions(tx, articleId, moment);
    const { live, planned } = versions;
    if (!live) throw new AppError("conflict", "Readers do not see this article.");
    const paths = await touchedPaths(tx, planned ? [live.id, planned.id] : [live.id]);
    await dropPlanned(tx, versions, moment);
    await setEnd(tx, live.id, moment);
    await forgetPlannedMove(tx, articleId, moment);
    await planNotice(tx, articleId, moment, null);
    await liftNotices(tx, articleId, moment, null);
    await writeNotice(tx, articleId, { path: articlePath(live), headline: live.headline, reason, gone, at: moment });
    const { version } = await setState(tx, actor, { article, to, moment });
    await recordAudit(tx, actor, {
      action: "article.withdrawn",
      subjectType: "article",
      subjectId: articleId,
      before: { state: article.facts.state },
      after: { reason, gone },
    });
    await bumpContentVersion(tx, { paths });
    return { articleId, version, slug: article.slug };
  });
}
