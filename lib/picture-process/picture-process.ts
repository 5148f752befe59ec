/**
 * A process beside this one that decodes, encodes and draws pictures, with less right to the processor than whoever answers
 * readers. Started when there is work, and ended when there has been none for a while: its memory, and that of what it loads,
 * is not the server's. A file that brings it down takes nothing else along.
 */
import type { ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { log } from "@/lib/log";
import { projectRoot } from "@/lib/project-root";
import type { Order, Outcome, Result } from "./orders";

/** Not imported: of an import the bundler would want to know which program it starts, and compile every file that it may be. */
const { fork } = process.getBuiltinModule("node:child_process");

export type PictureProcessOptions = {
  /** File that calls serveOrders(). */
  program: string;
  /** Milliseconds without work after which it ends. */
  idle?: number;
  /** Milliseconds for one piece of work. The largest file allowed takes some ten seconds of one core. */
  patience?: number;
};

type Waiting = { resolve: (outcome: Outcome) => void; timer: NodeJS.Timeout };

/** One life of the process. */
type Life = { child: ChildProcess; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

export class PictureProcess {
  readonly #options: Required<PictureProcessOptions>;
  #life: Life | null = null;
  #lastId = 0;

  constructor({ program, idle = 30_000, patience = 180_000 }: PictureProcessOptions) {
    this.#options = { program, idle, patience };
  }

  /** Of the running process; null while there is none. */
  get pid(): number | null {
    return this.#life?.child.pid ?? null;
  }

  /** Has a piece of work done there. Never rejects. */
  order(work: string, input: unknown[]): Promise<Outcome> {
    const life = (this.#life ??= this.#start());
    clearTimeout(life.idle);
    hold(life.child);
    const order: Order = { id: (this.#lastId += 1), work, input };
    return new Promise((resolve) => {
      const timer = setTimeout(() => life.child.kill("SIGKILL"), this.#options.patience);
      timer.unref();
      life.waiting.set(order.id, { resolve, timer });
      life.child.send(order, (error) => {
        // An order that did not arrive is never answered. That of a process which is gone was settled by its end.
        if (error) this.#settle(life, order.id, { kind: "broken", reason: error });
      });
    });
  }

  #start(): Life {
    const child = fork(this.#options.program, {
      cwd: projectRoot,
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
    });
    const life: Life = { child, waiting: new Map(), idle: undefined };
    giveWay(child);
    child.on("message", ({ id, ...result }: Result) => {
      this.#settle(life, id, "output" in result ? { kind: "done", ...result } : { kind: "refused", ...result });
    });
    child.on("error", (error) => {
      this.#end(life, error);
    });
    child.once("exit", (code, signal) => {
      this.#end(life, new Error(`it ended with ${String(signal ?? code)}`));
    });
    return life;
  }

  #settle(life: Life, id: number, outcome: Outcome): void {
    const waiting = life.waiting.get(id);
    if (!waiting) return;
    life.waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.resolve(outcome);
    if (life.waiting.size > 0 || this.#life !== life) return;
    // Nobody's program goes on only because this process is there.
    letGo(life.child);
    life.idle = setTimeout(() => {
      this.#life = null;
      life.child.disconnect();
    }, this.#options.idle);
    life.idle.unref();
  }

  #end(life: Life, reason: Error): void {
    if (this.#life === life) this.#life = null;
    clearTimeout(life.idle);
    if (life.waiting.size > 0) log().error({ err: reason }, "the picture process ended in the middle of its work");
    for (const id of life.waiting.keys()) this.#settle(life, id, { kind: "broken", reason });
  }
}

/** To everybody else. Its threads inherit it, so it is said before there are any. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    log().debug({ err: error }, "the picture process keeps its usual priority");
  }
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
