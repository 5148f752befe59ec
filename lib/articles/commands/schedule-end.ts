import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { publicVersions, setEnd, type PublicVersion } from "@/lib/publications/commands/public-range";
import { articlePath } from "@/lib/urls";
import { scheduleEndInput, type ArticleReference, type ScheduleEndInput } from "../schema";
import { touchedPaths } from "../touched";
import { lockArticle, takeTransition } from "./lock-article";
import { planNotice } from "./public-address";
import { setState } from "./set-state";

/**
 * Says until when readers see an article, and what its address says then; null takes the end away.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when it is not public, or somebody saved in between
 */
export function scheduleEnd(actor: Actor, input: ScheduleEndInput): Promise<ArticleReference> {
  authorise(actor, "article.publish");
  const { articleId, expectedVersion, visibleUntil, reason, gone } = parseInput(scheduleEndInput, input);
  return transaction(async (tx) => {
    const moment = now();
    const article = await lockArticle(tx, actor, articleId, expectedVersion);
    const to = takeTransition(actor, "scheduleEnd", article.facts, moment);
    const { live, planned } = await publicVersions(tx, articleId, moment);
    const newest = planned ?? live;
    if (!newest) throw new AppError("conflict", "No version of this article is public or scheduled.");
    refuseOddEnd(visibleUntil, newest, moment);
    await setEnd(tx, newest.id, visibleUntil);
    const notice = { path: articlePath(newest), headline: newest.headline, reason, gone };
    const after = planned ? planned.visibleFrom : moment;
    await planNotice(tx, articleId, after, visibleUntil ? { ...notice, at: visibleUntil } : null);
    const { version } = await setState(tx, actor, { article, to, moment });
    await recordAudit(tx, actor, {
      action: "article.end-scheduled",
      subjectType: "article",
      subjectId: articleId,
      before: { visibleUntil: newest.visibleUntil?.toISOString() ?? null },
      after: { visibleUntil: visibleUntil?.toISOString() ?? null, reason, gone },
    });
    // An end that is taken away would have been seen when it came.
    const visibleFrom = visibleUntil ?? newest.visibleUntil;
    await bumpContentVersion(tx, { paths: await touchedPaths(tx, [newest.id]), visibleFrom });
    return { articleId, version, slug: article.slug };
  });
}

function refuseOddEnd(visibleUntil: Date | null, newest: PublicVersion, moment: Date): void {
  if (!visibleUntil) return;
  if (visibleUntil <= moment)
    throw new AppError("invalid", "This moment has passed. Choose a later one, or withdraw it.");
  if (visibleUntil <= newest.visibleFrom) throw new AppError("invalid", "The article would end before it starts.");
}
