/** What the process does by itself between requests. Any number of instances may do it at the same time. */
import { emptyTrash } from "@/lib/articles/commands/empty-trash";
import { systemActor } from "@/lib/auth/actor";
import { prepareCdn } from "@/lib/cdn/commands/queue-purge";
import { forgetExpired } from "@/lib/auth/commands/forget-expired";
import { prepareHooks } from "@/lib/hooks/commands/note-changes";
import { forgetOldJobs } from "@/lib/jobs/commands";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";
import { log } from "@/lib/log";
import { startMailDelivery } from "@/lib/mail/delivery";
import { startCropRenewal, startMediaSweeper } from "@/lib/media/sweeper";
import { flushRedirectHits } from "@/lib/redirects/commands/count-hits";
import { repeat } from "@/lib/repeat";

/** Hours between two cleanings. What has ended opens nothing before it is deleted, so there is no hurry. */
const cleanEveryHours = 1;

/** @returns stops everything, and resolves when nothing is under way any more */
export function startBackgroundWork(): () => Promise<void> {
  const stopJobs = startJobs(tasks);
  const prepared = prepareHooks().catch((error: unknown) => {
    log().warn({ err: error }, "hubs and search engines could not be prepared for; the next change does it");
  });
  const cdnPrepared = prepareCdn().catch((error: unknown) => {
    log().warn({ err: error }, "the CDN could not be prepared for; the next change does it");
  });
  const stopMail = startMailDelivery();
  const stopSweeping = startMediaSweeper();
  const stopRenewing = startCropRenewal();
  const stopCleaning = startCleaning();
  return async () => {
    const work = [stopJobs, stopMail, stopSweeping, stopRenewing, stopCleaning, flushRedirectHits];
    await Promise.all([prepared, cdnPrepared, ...work.map((stop) => stop())]);
  };
}

function startCleaning(): () => Promise<void> {
  const round = async (): Promise<void> => {
    await forgetExpired();
    await emptyTrash(systemActor("cli"), {});
    await forgetOldJobs();
  };
  const failure = "what has expired could not be deleted; it is tried again later";
  return repeat({ everySeconds: cleanEveryHours * 3_600, round, failure });
}
