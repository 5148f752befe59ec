/** The primary process's part: starts the workers, replaces those that die, exchanges all of them, ends them. */
import cluster, { type Worker } from "node:cluster";
import path from "node:path";
import { steadyMilliseconds } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { projectRoot } from "@/lib/project-root";
import { afterDeath } from "./quick-deaths";
import type { PrimaryWord, WorkerWord } from "./worker-words";

/**
 * Milliseconds for a new worker to become ready, in an exchange; then the old one stays. It takes a few seconds, and
 * minutes on a machine that has no time for it; the old ones answer meanwhile.
 */
const readyPatience = 180_000;
/** Milliseconds for a worker to leave. It gives its requests 20 s (lib/web/http-server.ts), then ends its other work. */
const leavePatience = 30_000;

/** Milliseconds for a worker to write down which pages are hot. The exchange goes on without. */
const notePatience = 2_000;

/** One place among the workers, and who holds it. */
type Place = { worker: Worker | null; quickDeaths: number; next: NodeJS.Timeout | undefined };

type Plan = {
  count: number;
  /** Called before the first worker listens: whoever has the port lets go of it. */
  makeWay: () => void;
  /** Called when workers die as soon as they are started. */
  giveUp: (reason: string) => void;
};

export type Workers = {
  /** Resolves when the first of them answers requests. */
  serving: Promise<void>;
  /** Exchanges one after the other for a new one. When a new one does not become ready, the old ones stay. */
  exchange: () => Promise<void>;
  /** Lets all of them end their work; resolves when they are gone. */
  leave: () => Promise<void>;
};

/**
 * On a large machine V8 lets garbage grow for a long time: a worker that streams sitemaps held twice the memory it needed.
 * Pages in memory are buffers, and do not count.
 * @param megabytes for what lives longer; what is young gets a small share of its own
 */
function heapOptions(megabytes: number): string[] {
  return [`--max-old-space-size=${String(megabytes)}`, "--max-semi-space-size=8"];
}

/**
 * glibc keeps what threads gave back in pools of theirs, eight for each core; compression and pictures fill all of them. And it
 * takes larger and larger blocks into them, between which small ones that stay hold the whole: with a limit (bytes; its own
 * first one) large blocks go back to the system. Other C libraries know no such variables.
 */
const memoryPools = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072" };

/** Starts `count` workers. */
export function startWorkers(plan: Plan): Workers {
  // Connections are handed out in turn by this process, which keeps listening while workers come and go.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const execArgv = [...process.execArgv, ...heapOptions(env().WORKER_HEAP_MB)];
  cluster.setupPrimary({ exec: path.join(projectRoot, "server.ts"), args: [], execArgv });
  const crew = new Crew(plan);
  const serving = crew.fillPlaces();
  let exchanging = Promise.resolve();
  return {
    serving,
    exchange: () => (exchanging = exchanging.then(() => crew.exchangeAll())),
    leave: () => crew.leave(),
  };
}

class Crew {
  readonly #places: Place[];
  readonly #plan: Plan;
  #leaving = false;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#places = Array.from({ length: plan.count }, () => ({ worker: null, quickDeaths: 0, next: undefined }));
  }

  /** @returns resolves when the first worker listens */
  fillPlaces(): Promise<void> {
    return new Promise((resolve) => {
      for (const place of this.#places) this.#fill(place, resolve);
    });
  }

  async exchangeAll(): Promise<void> {
    // The new ones make what is hot now before they answer. One after the other: each adds to the same list.
    for (const { worker } of this.#places) if (worker && !this.#leaving) await noted(worker);
    for (const place of this.#places) {
      if (this.#leaving || !(await this.#exchange(place))) return;
    }
    log().info({ workers: this.#places.length }, "the workers were exchanged");
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    for (const { next } of this.#places) clearTimeout(next);
    const present = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(present.map((worker) => end(worker, "leave")));
  }

  /** Starts a worker in a place that nobody holds. One that dies, listening or not, is followed by another. */
  #fill(place: Place, listening: () => void = () => undefined): void {
    const worker = this.#start("prepared");
    worker.once("listening", listening);
    this.#hold(place, worker);
  }

  #hold(place: Place, worker: Worker): void {
    const started = steadyMilliseconds();
    place.worker = worker;
    worker.once("exit", (code: number | null, signal: string | null) => {
      if (place.worker !== worker || this.#leaving) return;
      place.worker = null;
      const livedFor = Math.round(steadyMilliseconds() - started);
      log().error({ worker: worker.process.pid, code, signal, livedFor }, "a worker died");
      this.#follow(place, livedFor);
    });
  }

  #follow(place: Place, livedFor: number): void {
    const { quickDeaths, delay } = afterDeath(place.quickDeaths, livedFor);
    place.quickDeaths = quickDeaths;
    if (delay === null) {
      this.#plan.giveUp(`workers die as soon as they are started, ${String(quickDeaths)} times in a row`);
      return;
    }
    place.next = setTimeout(() => {
      this.#fill(place);
    }, delay);
  }

  /** @returns whether the place has a new worker */
  async #exchange(place: Place): Promise<boolean> {
    const old = place.worker;
    const fresh = this.#start("ready");
    try {
      await listening(fresh);
    } catch (error) {
      if (this.#leaving) return false;
      fresh.process.kill("SIGKILL");
      const reason = error instanceof Error ? error.message : String(error);
      log().error({ worker: fresh.process.pid, reason }, "a new worker was given up; the old ones stay");
      return false;
    }
    clearTimeout(place.next);
    // The old one may have died meanwhile, and somebody else may have its place.
    const present = place.worker ?? old;
    this.#hold(place, fresh);
    if (present && !present.isDead()) await end(present, "retire");
    return true;
  }

  /** @param stage what it must have reached before it is told to listen */
  #start(stage: WorkerWord): Worker {
    const worker = cluster.fork(memoryPools);
    log().info({ worker: worker.process.pid }, "a worker was started");
    worker.on("message", (word: WorkerWord) => {
      if (word !== stage) return;
      this.#plan.makeWay();
      say(worker, "listen");
    });
    return worker;
  }
}

function listening(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      const patience = `${String(readyPatience / 1000)} seconds`;
      reject(new AppError("unavailable", `It was not ready after ${patience} (database? migrations?).`));
    }, readyPatience);
    worker.once("listening", () => {
      clearTimeout(impatience);
      resolve();
    });
    worker.once("exit", (code: number | null, signal: string | null) => {
      clearTimeout(impatience);
      reject(new AppError("unavailable", `It ended before it was ready (${signal ?? `code ${String(code)}`}).`));
    });
  });
}

/** Resolves when a worker has written down which pages are hot, or does not answer. */
function noted(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(impatience);
      worker.off("message", hear);
      worker.off("exit", done);
      resolve();
    };
    const hear = (word: WorkerWord): void => {
      if (word === "noted") done();
    };
    const impatience = setTimeout(done, notePatience);
    worker.on("message", hear);
    worker.once("exit", done);
    say(worker, "note");
  });
}

function end(worker: Worker, word: PrimaryWord): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => worker.process.kill("SIGKILL"), leavePatience);
    worker.once("exit", () => {
      clearTimeout(impatience);
      resolve();
    });
    say(worker, word);
  });
}

function say(worker: Worker, word: PrimaryWord): void {
  // One that is dying hears nothing any more; its "exit" is under way.
  if (worker.isConnected()) worker.send(word, () => undefined);
}
