import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { pauseAfter, type Verdict } from "@/lib/hooks/policy";
import { enqueueJob } from "@/lib/jobs/commands";
import { log } from "@/lib/log";
import { listTurns } from "@/lib/page-cache/queries";
import type { Turn } from "@/lib/page-cache/timeline";
import { configuredCdn } from "../configured";
import { cdnPace } from "../pace";
import { purgeJob } from "../purge-job";
import { sendPurge } from "../send";
import { mergedTags } from "../tags";
import type { Cdn } from "../types";
import { notePurge } from "./queue-purge";

/** More moments that have passed at once are as good as everything; it is fewer than are read at once. */
const mostTurns = 20;

type State = { nextTurnAt: Date | null; failures: number };
type Waiting = { id: number; tags: string[] };

/**
 * One round: has the CDN drop everything that is due, in as few requests as it takes, and plans the next round for when more
 * is: a second purge, another try, or the next moment at which time alone changes what readers see. All that waits stays
 * until the CDN has said that it is done, so that a process that is killed loses nothing; what is purged twice does no harm.
 * @throws the signal's reason when the process leaves
 */
export async function purgeCdn(signal: AbortSignal): Promise<void> {
  const cdn = configuredCdn();
  if (!cdn) return;
  const state = await readState();
  const nextTurn = await noteTurns(state);
  await forgetStale();
  const due = await duePurges();
  if (due.length > 0) {
    const tags = mergedTags(due.flatMap((purge) => purge.tags));
    const verdict = await sendPurge(cdn, { tags }, signal);
    if (verdict.kind === "done") await settle(due, tags);
    else await postpone(cdn, state, verdict);
  }
  await planNext(nextTurn);
}

async function readState(): Promise<State> {
  await sql("INSERT INTO cdn_state (id) VALUES (1) ON CONFLICT DO NOTHING");
  const [state] = await sql<State>(`SELECT next_turn_at AS "nextTurnAt", failures FROM cdn_state`);
  return state ?? { nextTurnAt: null, failures: 0 };
}

/**
 * Notes what came or ended by time alone since the last round. Only moments that it knew of need that: one that was planned
 * later came with a change, whose own purge is still to be done.
 * @returns the next moment to come, if one is known
 */
async function noteTurns({ nextTurnAt }: State): Promise<Date | null> {
  const moment = now();
  if (nextTurnAt && nextTurnAt <= moment) {
    const turns = await listTurns(new Date(nextTurnAt.getTime() - 1));
    const passed = turns.filter(({ at }) => at <= moment);
    await transaction((tx) => takeTurns(tx, nextTurnAt, passed));
  }
  const next = (await listTurns(moment))[0]?.at ?? null;
  await sql("UPDATE cdn_state SET next_turn_at = $1", [next]);
  return next;
}

/** Another round may have taken them: one whose process was thought dead. */
async function takeTurns(tx: Transaction, known: Date, turns: Turn[]): Promise<void> {
  const taken = await tx.$executeRaw`UPDATE cdn_state SET next_turn_at = NULL WHERE next_turn_at = ${known}`;
  if (taken === 0 || turns.length === 0) return;
  const named = turns.flatMap(({ paths }) => (paths === null ? [] : [paths]));
  const isEverything = named.length < turns.length || turns.length > mostTurns;
  await notePurge(tx, isEverything ? [] : named.flat());
}

/** What a CDN keeps from that long ago has ended there by itself (CDN_MAX_AGE is a day at most). */
async function forgetStale(): Promise<void> {
  const stale = await sql("DELETE FROM cdn_purge WHERE due_at < clock_timestamp() - interval '1 day' RETURNING 1");
  if (stale.length > 0) log().warn({ count: stale.length }, "what the CDN did not purge for a day is dropped");
}

/** Nothing while the CDN is to be left alone. */
function duePurges(): Promise<Waiting[]> {
  return sql<Waiting>(
    `SELECT id, tags FROM cdn_purge WHERE due_at <= clock_timestamp()
       AND NOT EXISTS (SELECT 1 FROM cdn_state WHERE not_before > clock_timestamp()) ORDER BY id`,
  );
}

async function settle(purged: Waiting[], tags: string[]): Promise<void> {
  await sql(
    `WITH purged AS (DELETE FROM cdn_purge WHERE id = ANY ($1))
     UPDATE cdn_state SET failures = 0, refused = false, not_before = NULL, last_success_at = $2`,
    [purged.map(({ id }) => id), now()],
  );
  log().info({ changes: purged.length, tags: tags.length }, "the CDN has purged what changed");
}

async function postpone(cdn: Cdn, { failures }: State, verdict: Exclude<Verdict, { kind: "done" }>): Promise<void> {
  const asked = verdict.kind === "later" ? (verdict.retryAfter ?? 0) : 0;
  const pause = Math.max(asked, pauseAfter(failures + 1, cdnPace().pause, Math.random()));
  const { reason } = verdict;
  await sql(
    `UPDATE cdn_state SET failures = $1, refused = $2, last_error = $3, last_error_at = $4,
       not_before = clock_timestamp() + $5::float8 * interval '1 millisecond'`,
    [failures + 1, verdict.kind === "refused", reason, now(), pause],
  );
  const details = { cdn: cdn.name, reason, again: `in ${String(Math.round(pause / 1000))} s` };
  if (verdict.kind === "refused") log().error(details, "the CDN refuses to purge; readers may get older pages from it");
  else log().warn(details, "the CDN could not purge; it is asked again");
}

async function planNext(nextTurn: Date | null): Promise<void> {
  const [waiting] = await sql<{ delay: number }>(
    `SELECT extract(epoch FROM greatest(min(due_at), (SELECT not_before FROM cdn_state)) - clock_timestamp())::float8
       * 1000 AS delay
     FROM cdn_purge HAVING count(*) > 0`,
  );
  const delays = [waiting?.delay, nextTurn ? nextTurn.getTime() - now().getTime() : undefined];
  const delay = Math.min(...delays.filter((candidate) => candidate !== undefined));
  if (delay === Infinity) return;
  const runAt = new Date(now().getTime() + Math.max(0, Math.ceil(delay)));
  // A change that came meanwhile has asked for a round already, which is sooner.
  await transaction((tx) => enqueueJob(tx, { ...purgeJob(), runAt, keepsMoment: true }));
}
