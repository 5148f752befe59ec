import { now } from "@/lib/clock";
import { database, type Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { enqueueJob } from "@/lib/jobs/commands";
import { log } from "@/lib/log";
import { announceJob } from "../announce-job";
import { hookPace } from "../pace";
import { pauseAfter, type Verdict } from "../policy";
import { mostIndexNowUrls, pingHub, submitUrls } from "../send";
import type { HookTargetName } from "../target-names";
import { activeTargets, type HookTarget } from "../targets";

/** Feeds that a hub is told of in one round; the next round comes at once. */
const mostPings = 200;
/** Requests to a hub at the same time. */
const pingsAtOnce = 4;
/** Days after which nobody wants to hear of a change any more: crawlers have come by themselves. */
const staleDays = 3;

type Waiting = { path: string; revision: number };
/** What became of a round: `settled` needs no telling any more, whether it was heard or refused. */
type Outcome = {
  settled: Waiting[];
  told: number;
  refusal: string | null;
  later: (Verdict & { kind: "later" }) | null;
};

/**
 * Tells a target of everything that waits for it, and forgets what it was told or refused. When it asks for patience or can't
 * be reached, the rest waits, and the next round comes after the pause it asked for, or a growing one.
 * A process that is killed in between leaves everything as it was: the target is then told twice, which means nothing to it.
 * @throws the signal's reason when the process leaves
 */
export async function deliverAnnouncements(name: HookTargetName, signal: AbortSignal): Promise<void> {
  const target = activeTargets().find((candidate) => candidate.name === name);
  if (!target) return;
  const moment = now();
  const state = await database().hookTarget.findUnique({ where: { name }, select: { notBefore: true } });
  if (state?.notBefore && state.notBefore > moment) {
    const runAt = state.notBefore;
    await transaction((tx) => enqueueJob(tx, { ...announceJob(name), runAt }));
    return;
  }
  await forgetStale(name, moment);
  const most = name === "indexnow" ? mostIndexNowUrls : mostPings;
  const waiting = await sql<Waiting>(
    "SELECT path, revision FROM announcement WHERE target = $1 ORDER BY created_at, path LIMIT $2",
    [name, most],
  );
  if (waiting.length === 0) return;
  const outcome = await tell(target, waiting, signal);
  await transaction((tx) => settle(tx, name, outcome));
  const { told, refusal, later } = outcome;
  if (refusal ?? later) log().warn({ target: name, told, refusal, later: later?.reason }, "not everybody was told");
  else log().info({ target: name, told }, "told of changes");
}

async function tell(target: HookTarget, waiting: Waiting[], signal: AbortSignal): Promise<Outcome> {
  if (target.name === "websub") return pingAll(target.endpoint, waiting, signal);
  const paths = waiting.map(({ path }) => path);
  const verdict = await submitUrls(target.endpoint, paths, signal);
  return {
    settled: verdict.kind === "later" ? [] : waiting,
    told: verdict.kind === "done" ? waiting.length : 0,
    refusal: verdict.kind === "refused" ? verdict.reason : null,
    later: verdict.kind === "later" ? verdict : null,
  };
}

/** A hub takes one feed at a time. The first that has to wait ends the round: the others would fare no better. */
async function pingAll(endpoint: string, waiting: Waiting[], signal: AbortSignal): Promise<Outcome> {
  const outcome: Outcome = { settled: [], told: 0, refusal: null, later: null };
  const queue = [...waiting];
  const worker = async (): Promise<void> => {
    for (let row = queue.shift(); row !== undefined && outcome.later === null; row = queue.shift()) {
      const verdict = await pingHub(endpoint, row.path, signal);
      if (verdict.kind === "later") {
        outcome.later = verdict;
        return;
      }
      outcome.settled.push(row);
      if (verdict.kind === "done") outcome.told += 1;
      else outcome.refusal = `${row.path}: ${verdict.reason}`;
    }
  };
  await Promise.all(Array.from({ length: pingsAtOnce }, worker));
  return outcome;
}

async function settle(tx: Transaction, name: HookTargetName, outcome: Outcome): Promise<void> {
  const moment = now();
  const { settled, told, later, refusal } = outcome;
  // First of all: noteChanges takes this row before the announcements, too.
  const rows = await tx.$queryRaw<{ failures: number }[]>`
    SELECT failures FROM hook_target WHERE name = ${name} FOR UPDATE`;
  const failures = later ? (rows[0]?.failures ?? 0) + 1 : 0;
  const pause = later
    ? Math.max(later.retryAfter ?? 0, pauseAfter(failures, hookPace().pause, Math.random()))
    : hookPace().interval;
  const notBefore = new Date(moment.getTime() + pause);
  const lastError = later?.reason ?? refusal;
  await tx.hookTarget.updateMany({
    where: { name },
    data: {
      failures,
      notBefore,
      ...(told > 0 ? { lastSuccessAt: moment } : {}),
      ...(lastError === null ? {} : { lastError, lastErrorAt: moment }),
    },
  });
  // What changed again while it was told stays, and is told again.
  await tx.$executeRaw`
    DELETE FROM announcement a USING unnest(
      ${settled.map(({ path }) => path)}::text[], ${settled.map(({ revision }) => revision)}::int[]) AS s (path, revision)
    WHERE a.target = ${name} AND a.path = s.path AND a.revision = s.revision`;
  if ((await tx.announcement.count({ where: { target: name } })) === 0) return;
  await enqueueJob(tx, { ...announceJob(name), runAt: notBefore });
}

async function forgetStale(name: HookTargetName, moment: Date): Promise<void> {
  const before = new Date(moment.getTime() - staleDays * 86_400_000);
  const { count } = await database().announcement.deleteMany({ where: { target: name, createdAt: { lt: before } } });
  if (count > 0) log().warn({ target: name, count }, "changes that could not be told for days are dropped");
}
