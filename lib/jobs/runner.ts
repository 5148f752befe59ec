/** Does what is queued, for as long as the process runs. */
import { EventEmitter } from "node:events";
import { run, type Runner, type Task, type TaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import { Pool } from "pg";
import { jobLogger } from "./queue-logger";
import { jobSchema } from "./queue-schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { repeat } from "@/lib/repeat";
import { freeAbandonedJobs, freeJobsOf, isSuperseded, reportRunners, signOffRunners } from "./commands";
import { jobPayloads, type TaskName } from "./schema";
import type { Tasks } from "./tasks";

/**
 * Jobs that one instance does at the same time. Somebody outside who never answers holds one for ten seconds, and each of
 * those has one at most (its queue): there are more places than such targets, so that other work goes on.
 */
const atOnce = 5;
/** Connections of its own: one listens, the others fetch and settle jobs. Handlers use the process's pool. */
const connections = atOnce;

/** Milliseconds between the request to a job to end and giving it up. */
const giveUpAfter = 3_000;

export type RunnerPace = {
  /** Milliseconds between two looks for jobs whose moment has come; new ones are told of at once (LISTEN). */
  poll: number;
  /** Seconds between two signs of life. */
  beat: number;
  /** Seconds of silence after which a runner counts as dead. */
  silence: number;
  /** Milliseconds that jobs under way get when the process leaves; then they are asked to end. */
  patience: number;
};

/** `silence` is six beats: a process that a busy machine holds up for a while is not taken for dead. */
const usualPace: RunnerPace = { poll: 1_000, beat: 5, silence: 30, patience: 8_000 };

/**
 * Starts a runner. Any number of processes may run one on the same database: each job is taken by one.
 * @returns stops it: no new job is taken, and it resolves when those under way have ended
 */
export function startJobs(tasks: Tasks, pace: RunnerPace = usualPace): () => Promise<void> {
  const pool = openPool();
  const alive = new Map<string, WorkerPool>();
  let runner: Runner | undefined;
  const stopRounds = repeat({
    everySeconds: 1,
    round: async (isStopped) => {
      // One that ended by itself may still hold jobs, which nobody works on.
      await freeJobsOf([...alive.keys()]);
      alive.clear();
      runner = await run({
        pgPool: pool,
        schema: jobSchema,
        logger: jobLogger(),
        taskList: handlersOf(tasks),
        events: eventsInto(alive),
        parsedCronItems: [],
        noHandleSignals: true,
        concurrency: atOnce,
        pollInterval: pace.poll,
        gracefulShutdownAbortTimeout: pace.patience,
        // Without batches, a connection that breaks while a job is settled is a rejection that nobody handles, which ends the
        // process. With them the runner ends, and the next round starts another.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      });
      if (isStopped()) await runner.stop();
      await runner.promise;
    },
    failure: "the job runner ended; it is started again",
  });
  const stopBeating = repeat({
    everySeconds: pace.beat,
    round: async () => {
      await reportRunners([...alive.keys()]);
      const freed = await freeAbandonedJobs(pace.silence);
      if (freed > 0) log().warn({ runners: freed }, "jobs of a process that is gone were given back");
    },
    failure: "the job runner could not give a sign of life; it tries again",
  });
  return async () => {
    const ended = stopRounds();
    if (runner) await leave(runner, [...alive.values()], pace.patience);
    await ended;
    await stopBeating();
    await signOffRunners([...alive.keys()]).catch(() => undefined);
    await pool.end();
  };
}

/** A job that does not end when it is asked to is given back to the queue. */
async function leave(runner: Runner, pools: WorkerPool[], patience: number): Promise<void> {
  const impatience = setTimeout(() => {
    for (const pool of pools) void Promise.resolve(pool.forcefulShutdown("the process leaves")).catch(() => undefined);
  }, patience + giveUpAfter);
  // It says no when it has ended by itself.
  await runner.stop().catch(() => undefined);
  clearTimeout(impatience);
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "mental-health-network jobs",
  });
  const lost = (error: Error): void => {
    log().info({ reason: error.message }, "a database connection was lost");
  };
  pool.on("error", lost);
  pool.on("connect", (client) => {
    client.on("error", lost);
  });
  return pool;
}

/** The library names a runner when it makes it, and signs what it takes with that name. */
function eventsInto(alive: Map<string, WorkerPool>): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => {
    alive.set(workerPool.id, workerPool);
  });
  return events;
}

function handlersOf(tasks: Tasks): TaskList {
  return Object.fromEntries((Object.keys(jobPayloads) as TaskName[]).map((name) => [name, handlerOf(tasks, name)]));
}

function handlerOf(tasks: Tasks, name: TaskName): Task {
  // The two maps agree name by name, which TypeScript can't see for a name it does not know.
  const handle = tasks[name] as (payload: unknown, signal: AbortSignal) => Promise<void>;
  return async (payload, { job, abortSignal }) => {
    try {
      await handle(jobPayloads[name].parse(payload), abortSignal);
    } catch (error) {
      if (!(await isSuperseded(job))) throw error;
      log().info({ task: name, reason: String(error) }, "a job failed; a newer one has taken its place");
    }
  };
}
