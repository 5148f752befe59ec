import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { jobSchema } from "./queue-schema";
import { sql } from "@/lib/db/pool";
import type { JobPayload, TaskName } from "./schema";

/** Tries of one job. With the library's back-off (e^n seconds, at most 6 hours) the last one comes about a day after the first. */
const mostAttempts = 12;
/** Days for which a job that was given up is kept, so that somebody can see it on the health page. */
const deadJobDays = 14;

export type Job<Name extends TaskName> = {
  task: Name;
  payload: JobPayload<Name>;
  /**
   * Of several jobs with one key that wait, only the newest is kept. One that is under way at that moment is not disturbed:
   * the newer one comes after it.
   */
  key?: string;
  /** Jobs of one queue are done one after the other, on whatever instance. Few different names, please. */
  queue?: string;
  /** Not before this moment (by lib/clock); at once when left out. */
  runAt?: Date;
  /** A job with this key that waits already keeps its moment, so that a stream of changes can't put it off for ever. */
  keepsMoment?: boolean;
};

/**
 * Queues work. It is done, on any instance, if and when the transaction commits: at least once, and again with growing pauses
 * while it fails.
 *
 * What is stored is how far off `runAt` is, by the database's clock, which is the queue's: the clocks of the instances need
 * not agree with it. A handler for which the very moment matters asks lib/clock itself.
 */
export async function enqueueJob<Name extends TaskName>(tx: Transaction, job: Job<Name>): Promise<void> {
  const { task, payload, key = null, queue = null, runAt, keepsMoment = false } = job;
  const delay = runAt ? Math.max(0, runAt.getTime() - now().getTime()) : 0;
  await tx.$queryRawUnsafe(
    `SELECT id FROM ${jobSchema}.add_job($1, $2::json, queue_name := $3,
       run_at := clock_timestamp() + $4::float8 * interval '1 millisecond', max_attempts := $5::int, job_key := $6,
       job_key_mode := $7)`,
    task,
    JSON.stringify(payload),
    queue,
    delay,
    mostAttempts,
    key,
    keepsMoment ? "preserve_run_at" : "replace",
  );
}

/** Says that these runners are alive. */
export async function reportRunners(ids: readonly string[]): Promise<void> {
  await sql(
    `INSERT INTO job_runner (id, seen_at) SELECT id, now() FROM unnest($1::text[]) AS id
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [ids],
  );
}

/** Says that these runners work no more, and hold nothing. */
export async function signOffRunners(ids: readonly string[]): Promise<void> {
  await sql("DELETE FROM job_runner WHERE id = ANY ($1)", [ids]);
}

/**
 * Gives back the jobs of runners that were not heard of for a while: their process was killed, or its machine is gone. The
 * library by itself would wait four hours. A runner that only seemed dead does its job to the end, and somebody else does it
 * too: that is why a handler must do no harm when it is done twice.
 * @param silence seconds after which a runner counts as dead; jobs taken since are left alone in any case
 * @returns how many runners were given up
 */
export async function freeAbandonedJobs(silence: number): Promise<number> {
  const rows = await sql<{ runner: string }>(
    `SELECT DISTINCT locked_by AS runner FROM ${jobSchema}.jobs
     WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1)
       AND NOT EXISTS (
         SELECT 1 FROM job_runner WHERE id = locked_by AND seen_at >= now() - make_interval(secs => $1))`,
    [silence],
  );
  const runners = rows.map(({ runner }) => runner);
  await freeJobsOf(runners);
  return runners.length;
}

/** Gives back the jobs of runners that have ended. */
export async function freeJobsOf(runners: readonly string[]): Promise<void> {
  if (runners.length > 0) await sql(`SELECT ${jobSchema}.force_unlock_workers($1)`, [runners]);
}

/**
 * Whether a newer job took this one's key over while it was under way. The library gives the older one no further try: what it
 * was about is the newer one's now.
 * @param key the job's key when it was taken
 */
export async function isSuperseded(job: { id: string; key: string | null }): Promise<boolean> {
  if (job.key === null) return false;
  const rows = await sql(`SELECT 1 FROM ${jobSchema}.jobs WHERE id = $1 AND key IS NULL`, [job.id]);
  return rows.length > 0;
}

/** Deletes jobs that were given up long ago, and runners that are gone. Any instance, at any time. */
export async function forgetOldJobs(): Promise<void> {
  await sql(
    `SELECT count(*) FROM ${jobSchema}.complete_jobs(ARRAY(
       SELECT id FROM ${jobSchema}.jobs
       WHERE locked_at IS NULL AND attempts >= max_attempts AND updated_at < now() - make_interval(days => $1)))`,
    [deadJobDays],
  );
  await sql("DELETE FROM job_runner WHERE seen_at < now() - interval '1 day'");
}
