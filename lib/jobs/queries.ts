import { jobSchema } from "./queue-schema";
import { sql } from "@/lib/db/pool";

export type JobFacts = {
  /** Due, and not taken yet. */
  due: number;
  /** Of these, due for so long that nobody can be working. */
  late: number;
  /** For a later moment, further tries among them. */
  later: number;
  underWay: number;
  /** Given up after the last try. */
  dead: number;
  /** Of the job that was given up last: its task, and why. */
  lastDead: { task: string; error: string } | null;
};

/** A busy instance may leave a job waiting for a while. */
const lateAfter = "10 minutes";

/** What the queue holds, for the health page. */
export async function jobFacts(): Promise<JobFacts> {
  // A job that a newer one replaced has no further tries either, but it did not fail.
  const dead = "locked_at IS NULL AND attempts >= max_attempts AND last_error IS NOT NULL";
  const waits = "locked_at IS NULL AND attempts < max_attempts";
  const [counts] = await sql<Omit<JobFacts, "lastDead">>(
    `SELECT count(*) FILTER (WHERE ${waits} AND run_at <= now()) AS due,
       count(*) FILTER (WHERE ${waits} AND run_at < now() - interval '${lateAfter}') AS late,
       count(*) FILTER (WHERE ${waits} AND run_at > now()) AS later,
       count(*) FILTER (WHERE locked_at IS NOT NULL) AS "underWay",
       count(*) FILTER (WHERE ${dead}) AS dead
     FROM ${jobSchema}.jobs`,
  );
  const [lastDead = null] = await sql<{ task: string; error: string }>(
    `SELECT task_identifier AS task, last_error AS error FROM ${jobSchema}.jobs WHERE ${dead}
     ORDER BY updated_at DESC, id DESC LIMIT 1`,
  );
  return { due: 0, late: 0, later: 0, underWay: 0, dead: 0, ...counts, lastDead };
}
