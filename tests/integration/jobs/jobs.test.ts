/** The job queue: what is promised to whoever queues work. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { enqueueJob, forgetOldJobs, type Job } from "@/lib/jobs/commands";
import { jobFacts } from "@/lib/jobs/queries";
import { startJobs } from "@/lib/jobs/runner";
import type { Tasks } from "@/lib/jobs/tasks";
import { projectRoot } from "@/lib/project-root";

vi.setConfig({ testTimeout: 60_000 });

const pace = { poll: 100, beat: 0.2, silence: 1.5, patience: 500 };
let stopping: (() => Promise<void>)[] = [];

beforeEach(async () => {
  await sql("DELETE FROM job_runner");
  await sql("SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM graphile_worker.jobs))");
  await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
});
afterEach(async () => {
  await Promise.all(stopping.map((stop) => stop()));
  stopping = [];
});

/** Starts an instance whose announcements are `work`. */
function anInstance(work: Tasks["announce"]): () => Promise<void> {
  const rest = { "note-visibility": () => Promise.resolve(), "purge-cdn": () => Promise.resolve() };
  const stop = startJobs({ announce: work, ...rest }, pace);
  let stopped: Promise<void> | undefined;
  const once = (): Promise<void> => (stopped ??= stop());
  stopping.push(once);
  return once;
}
/** Work that says of whom it was told. */
const noting =
  (done: string[]): Tasks["announce"] =>
  ({ target }) =>
    Promise.resolve(void done.push(target));
const queue = (job: Partial<Job<"announce">> = {}): Promise<void> =>
  transaction((tx) => enqueueJob(tx, { task: "announce", payload: { target: "websub" }, ...job }));
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 30_000, interval: 25 });
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
type Row = { attempts: number; lastError: string | null; secondsAway: number; key: string | null };
const rows = (): Promise<Row[]> =>
  sql<Row>(
    `SELECT attempts, last_error AS "lastError", key, extract(epoch FROM run_at - now())::float8 AS "secondsAway"
     FROM graphile_worker.jobs ORDER BY id`,
  );

describe("a job", () => {
  it("is there if and only if its transaction commits", async () => {
    const done: string[] = [];
    anInstance(noting(done));
    const failing = transaction(async (tx) => {
      await enqueueJob(tx, { task: "announce", payload: { target: "websub" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await queue({ payload: { target: "indexnow" } });
    await eventually(() => {
      expect(done).toEqual(["indexnow"]);
    });
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
  });

  it("is done by one of several instances", async () => {
    const done: number[] = [];
    for (const instance of [1, 2, 3]) anInstance(async () => void (await pause(5), done.push(instance)));
    for (let count = 0; count < 40; count += 1) await queue();
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
    expect(done).toHaveLength(40);
    expect(new Set(done).size).toBeGreaterThan(1);
  });

  it("is one with those of the same key that wait, and keeps its moment if it is asked to", async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
    await queue({ key: "k", runAt: at(100) });
    await queue({ key: "k", runAt: at(200), keepsMoment: true, payload: { target: "indexnow" } });
    expect((await rows()).map(({ secondsAway }) => Math.round(secondsAway / 100))).toEqual([1]);
    await queue({ key: "k", runAt: at(300) });
    expect((await rows()).map(({ secondsAway }) => Math.round(secondsAway / 100))).toEqual([3]);
  });

  it("waits by the database's clock for as long as it is off by ours", async () => {
    setClock(new Date("2031-01-01T00:00:00Z"));
    await queue({ runAt: new Date("2031-01-01T01:00:00Z") });
    const [row] = await rows();
    expect(row?.secondsAway).toBeGreaterThan(3_500);
    expect(row?.secondsAway).toBeLessThanOrEqual(3_600);
  });

  it("of a queue comes after the one before it, whoever does it", async () => {
    let underWay = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      underWay += 1;
      most = Math.max(most, underWay);
      await pause(20);
      underWay -= 1;
    };
    anInstance(work);
    anInstance(work);
    for (let count = 0; count < 10; count += 1) await queue({ queue: "one-by-one" });
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
    expect(most).toBe(1);
  });
});

describe("a job that fails", () => {
  it("is tried again, with growing pauses", async () => {
    let tries = 0;
    anInstance(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error(`try ${String(tries)}`)) : Promise.resolve();
    });
    await queue();
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ attempts: 1, lastError: "try 1" }]);
    });
    const [first] = await rows();
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ attempts: 2, lastError: "try 2" }]);
    });
    const [second] = await rows();
    // e seconds, then e squared.
    expect(first?.secondsAway).toBeLessThanOrEqual(Math.E);
    expect(second?.secondsAway).toBeGreaterThan(Math.E);
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
    expect(tries).toBe(3);
  });

  it("for the last time is dead: seen on the health page, kept for two weeks", async () => {
    await queue();
    await sql(
      "SELECT id FROM graphile_worker.permanently_fail_jobs(ARRAY(SELECT id FROM graphile_worker.jobs), 'out of luck')",
    );
    expect(await jobFacts()).toMatchObject({ due: 0, dead: 1, lastDead: { task: "announce", error: "out of luck" } });
    await forgetOldJobs();
    expect(await rows()).toHaveLength(1);
    await sql("ALTER TABLE graphile_worker._private_jobs DISABLE TRIGGER USER");
    await sql("UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '15 days'");
    await sql("ALTER TABLE graphile_worker._private_jobs ENABLE TRIGGER USER");
    await forgetOldJobs();
    expect(await rows()).toEqual([]);
  });

  it("but was replaced while it was under way is no failure: the newer one is done", async () => {
    const done: string[] = [];
    anInstance(async ({ target }) => {
      if (target === "indexnow") return void done.push(target);
      await queue({ key: "k", payload: { target: "indexnow" } });
      throw new Error("too old");
    });
    await queue({ key: "k" });
    await eventually(() => {
      expect(done).toEqual(["indexnow"]);
    });
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
  });

  it("with a payload that nobody understands is not done", async () => {
    const done: unknown[] = [];
    anInstance((payload) => Promise.resolve(void done.push(payload)));
    await sql(`SELECT id FROM graphile_worker.add_job('announce', '{"target":"moon"}')`);
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ attempts: 1 }]);
    });
    await eventually(async () => {
      expect((await rows())[0]?.lastError).toContain("target");
    });
    expect(done).toEqual([]);
  });
});

describe("a process that goes away", () => {
  it("by kill -9 in the middle of a job: another one does the job, soon", async () => {
    await queue({ queue: "serial", payload: { target: "indexnow" } });
    const script = path.join(projectRoot, "tests/integration/jobs/doomed-runner.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: env().DATABASE_URL, LOG_LEVEL: "silent" },
      cwd: projectRoot,
    });
    const [told] = (await once(child.stdout, "data")) as [Buffer];
    expect(String(told)).toBe("indexnow\n");
    const done: string[] = [];
    anInstance(noting(done));
    // As long as the other one lives and says so, the job is its own.
    await pause(2_500);
    expect(done).toEqual([]);
    child.kill("SIGKILL");
    await once(child, "exit");
    await eventually(() => {
      expect(done).toEqual(["indexnow"]);
    });
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
  });

  it("in order lets its jobs end", async () => {
    let ended = false;
    let begun = false;
    const stop = anInstance(async () => {
      begun = true;
      await pause(300);
      ended = true;
    });
    await queue();
    await eventually(() => {
      expect(begun).toBe(true);
    });
    await stop();
    expect(ended).toBe(true);
    expect(await rows()).toEqual([]);
    expect(await sql("SELECT 1 FROM job_runner")).toEqual([]);
  });

  it("in order asks a long job to end, which then waits for somebody else", async () => {
    let begun = false;
    const stop = anInstance(async (_payload, signal) => {
      begun = true;
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new Error("asked to end"));
        });
      });
    });
    await queue();
    await eventually(() => {
      expect(begun).toBe(true);
    });
    await stop();
    expect(await rows()).toMatchObject([{ attempts: 1, lastError: "asked to end" }]);
  });

  it("in order gives a job back that does not listen", async () => {
    let begun = false;
    const stop = anInstance(() => {
      begun = true;
      return new Promise(() => undefined);
    });
    await queue();
    await eventually(() => {
      expect(begun).toBe(true);
    });
    await stop();
    expect(await rows()).toMatchObject([{ attempts: 1 }]);
    expect((await jobFacts()).underWay).toBe(0);
  });
});

describe("a database that hangs up", () => {
  const hangUp = (): Promise<unknown> =>
    sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'mental-health-network jobs'`,
    );

  it("is found again", async () => {
    const done: string[] = [];
    anInstance(noting(done));
    for (let round = 1; round <= 3; round += 1) {
      await queue();
      await eventually(async () => {
        expect(await rows()).toEqual([]);
      });
      expect(done).toHaveLength(round);
      await hangUp();
    }
  });

  it("in the middle of noting that a job is done: the job is done once more, and the process lives", async () => {
    const done: string[] = [];
    const inTheWay = new Client({ connectionString: env().DATABASE_URL });
    await inTheWay.connect();
    anInstance(async ({ target }) => {
      if (done.length === 0) {
        await inTheWay.query("BEGIN");
        await inTheWay.query("SELECT 1 FROM graphile_worker._private_jobs FOR UPDATE");
      }
      done.push(target);
    });
    await queue();
    await eventually(async () => {
      expect(await sql("SELECT 1 FROM pg_locks WHERE NOT granted")).not.toEqual([]);
    });
    await hangUp();
    await inTheWay.query("ROLLBACK");
    await inTheWay.end();
    await eventually(async () => {
      expect(await rows()).toEqual([]);
    });
    expect(done).toEqual(["websub", "websub"]);
  });
});
