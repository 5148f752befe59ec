/** Several processes that answer as one: they die and are replaced, are exchanged, and leave together. */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { magazines, statusOf, type Magazines, type Running } from "./magazine-process";

// Each test starts a magazine of its own, and some start its workers several times.
test.describe.configure({ timeout: 300_000 });

let own: Magazines;

test.beforeEach(() => {
  own = magazines();
});

test.afterEach(() => own.end());

async function startReady(variables: Record<string, string> = {}): Promise<Running> {
  const running = await own.start({ WEB_CONCURRENCY: "2", ...variables });
  await expect.poll(() => statusOf(`${running.base}/readyz`), { timeout: 120_000 }).toBe(200);
  // At a first start each worker listens before it is ready, and says so at /readyz until it is.
  const count = Number(variables.WEB_CONCURRENCY ?? 2);
  const warm = (): number => running.lines().filter(({ msg }) => msg === "the hottest pages are warm").length;
  await expect.poll(warm, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
  return running;
}

/** Process ids of the workers that were started, in order. */
function workersOf({ lines }: Running): number[] {
  return lines()
    .filter(({ msg }) => msg === "a worker was started")
    .map(({ worker }) => Number(worker));
}

/** Whether the process is there, has not ended, and is a worker of this magazine: numbers of ended ones are given out again. */
function isAlive(pid: number): boolean {
  try {
    return /^State:\s+[^ZX]/m.test(readFileSync(`/proc/${String(pid)}/status`, "utf8")) && isOurs(pid);
  } catch {
    return false;
  }
}

/** By what no other process has: the folder of its own that this test's magazine was given. */
function isOurs(pid: number): boolean {
  return readFileSync(`/proc/${String(pid)}/environ`, "utf8")
    .split("\0")
    .includes(`DATA_DIR=${own.directory}`);
}

const livingWorkers = (running: Running): number[] => workersOf(running).filter(isAlive);

/** Asks again and again over `connections` kept-alive connections, until stopped. */
function askAllTheTime(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers = new Map<number | string, number>();
  let stopped = false;
  const ask = (path: string): Promise<number | string> =>
    new Promise((resolve) => {
      request(base + path, { agent }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => {
          const { statusCode = 0 } = response;
          resolve(statusCode === 200 ? 200 : `${String(statusCode)} of ${path}: ${text.slice(0, 300)}`);
        });
      })
        .on("error", (error: NodeJS.ErrnoException) => {
          resolve(error.code ?? error.message);
        })
        .end();
    });
  const loops = Array.from({ length: connections }, async (_, number) => {
    while (!stopped) {
      const answer = await ask(number % 2 === 0 ? "/" : "/readyz");
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  });
  return {
    answers,
    stop: async () => {
      stopped = true;
      await Promise.all(loops);
      agent.destroy();
    },
  };
}

test("prints its addresses once, and every worker answers", async () => {
  const running = await startReady({ WEB_CONCURRENCY: "3", LOG_LEVEL: "debug" });
  const workers = workersOf(running);
  expect(new Set(workers).size).toBe(3);
  const answering = (): unknown[] => [
    ...new Set(
      running
        .lines()
        .filter(({ msg }) => msg === "request")
        .map(({ worker }) => worker),
    ),
  ];
  await expect
    .poll(
      async () => {
        // What the page cache doesn't answer before anything is logged.
        await fetch(`${running.base}/search/suggestions?q=x`, { headers: { connection: "close" } });
        return answering().length;
      },
      { timeout: 60_000 },
    )
    .toBe(3);
  expect(running.output().match(/Mental Health Network is ready/g)).toHaveLength(1);
  running.child.kill("SIGTERM");
  expect(await running.exit).toBe(0);
  expect(workers.filter(isAlive)).toEqual([]);
});

test("a worker that is killed is replaced, and the others go on meanwhile", async () => {
  const running = await startReady();
  await expect.poll(() => livingWorkers(running).length).toBe(2);
  const [first = 0] = livingWorkers(running);
  process.kill(first, "SIGKILL");
  await expect.poll(() => workersOf(running).length, { timeout: 30_000 }).toBe(3);
  await expect.poll(() => livingWorkers(running).length).toBe(2);
  expect(livingWorkers(running)).not.toContain(first);
  await expect.poll(() => statusOf(`${running.base}/`)).toBe(200);
});

test("SIGHUP exchanges every worker, and no request fails", async () => {
  const running = await startReady();
  const old = workersOf(running);
  const load = askAllTheTime(running.base, 8);
  await expect.poll(() => load.answers.get(200) ?? 0).toBeGreaterThan(50);
  for (let round = 1; round <= 2; round += 1) {
    running.child.kill("SIGHUP");
    const exchanged = (): number => running.lines().filter(({ msg }) => msg === "the workers were exchanged").length;
    await expect.poll(exchanged, { timeout: 120_000 }).toBe(round);
  }
  const soFar = load.answers.get(200) ?? 0;
  await expect.poll(() => load.answers.get(200) ?? 0).toBeGreaterThan(soFar + 50);
  await load.stop();
  expect([...load.answers.keys()]).toEqual([200]);
  expect(old.filter(isAlive)).toEqual([]);
  expect(livingWorkers(running)).toHaveLength(2);
});

test("a new worker is told what is hot now, before it is ready", async () => {
  const running = await startReady({ WEB_CONCURRENCY: "1" });
  for (let asked = 0; asked < 3; asked += 1) expect(await statusOf(`${running.base}/sitemap`)).toBe(200);
  running.child.kill("SIGHUP");
  await expect.poll(() => workersOf(running).length, { timeout: 30_000 }).toBe(2);
  // Since lists are written once a minute otherwise, and when a worker leaves, which is later.
  expect(running.output()).not.toContain("the workers were exchanged");
  const hot = JSON.parse(readFileSync(path.join(own.directory, "hot-pages.json"), "utf8")) as string[];
  expect(hot).toContain("/sitemap");
});

test("one worker can be exchanged as well", async () => {
  const running = await startReady({ WEB_CONCURRENCY: "1" });
  const load = askAllTheTime(running.base, 4);
  running.child.kill("SIGHUP");
  await expect.poll(() => running.output(), { timeout: 120_000 }).toContain("the workers were exchanged");
  await load.stop();
  expect([...load.answers.keys()]).toEqual([200]);
  expect(workersOf(running)).toHaveLength(2);
});

test("workers that die as soon as they start end the process, with a line that says so", async () => {
  const running = await startReady();
  const killing = setInterval(() => {
    for (const pid of livingWorkers(running)) process.kill(pid, "SIGKILL");
  }, 100);
  expect(await running.exit).toBe(1);
  clearInterval(killing);
  expect(running.output()).toContain("workers die as soon as they are started, 5 times in a row");
  expect(livingWorkers(running)).toEqual([]);
});

test("without the process that started them workers end by themselves", async () => {
  const running = await startReady();
  await expect.poll(() => livingWorkers(running).length).toBe(2);
  running.child.kill("SIGKILL");
  await running.exit;
  await expect.poll(() => livingWorkers(running), { timeout: 30_000 }).toEqual([]);
  expect(await statusOf(`${running.base}/healthz`)).toBe(0);
});
