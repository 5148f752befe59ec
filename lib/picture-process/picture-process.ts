/**
 * A process beside this one that decodes, encodes and draws pictures, with less right to the processor than whoever answers
 * readers. Started when there is work, and ended when there has been none for a while: its memory, and that of what it loads,
 * is not the server's. A file that brings it down takes nothing else along.
 */
import type { ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { MediaError } from "@/lib/media/media-error";
import { projectRoot } from "@/lib/project-root";
import type { Order, Result, WorkTable } from "./orders";

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

type Waiting = {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
};

/** One life of the process. */
type Life = { child: ChildProcess; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

export class PictureProcess<Works extends WorkTable> {
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

  /**
   * Has a piece of work done there.
   * @throws what the work throws; AppError "unavailable" when the process ends in the middle of it, or takes too long
   */
  do<Name extends keyof Works & string>(
    work: Name,
    ...input: Parameters<Works[Name]>
  ): Promise<Awaited<ReturnType<Works[Name]>>> {
    const life = (this.#life ??= this.#start());
    clearTimeout(life.idle);
    hold(life.child);
    const order: Order = { id: (this.#lastId += 1), work, input };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => life.child.kill("SIGKILL"), this.#options.patience);
      timer.unref();
      life.waiting.set(order.id, { resolve: resolve as (output: unknown) => void, reject, timer });
      life.child.send(order, (error) => {
        // An order that did not arrive is never answered. That of a process which is gone was settled by its end.
        if (error)
          this.#settle(life, order.id, ({ reject: refuse }) => {
            refuse(broken(error));
          });
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
    child.on("message", (result: Result) => {
      this.#settle(life, result.id, (waiting) => {
        if ("output" in result) waiting.resolve(result.output);
        else waiting.reject(thrownAgain(result));
      });
    });
    child.once("error", (error) => {
      this.#end(life, error);
    });
    child.once("exit", (code, signal) => {
      this.#end(life, new Error(`it ended with ${String(signal ?? code)}`));
    });
    return life;
  }

  #settle(life: Life, id: number, settle: (waiting: Waiting) => void): void {
    const waiting = life.waiting.get(id);
    if (!waiting) return;
    life.waiting.delete(id);
    clearTimeout(waiting.timer);
    settle(waiting);
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
    for (const id of life.waiting.keys())
      this.#settle(life, id, ({ reject }) => {
        reject(broken(reason));
      });
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

function broken(cause: Error): AppError {
  return new AppError("unavailable", "Pictures can't be worked on at the moment. Try again in a minute.", { cause });
}

function thrownAgain({ error, code }: Extract<Result, { error: Error }>): Error {
  return code === null ? error : new MediaError(code, error.message, { cause: error.cause ?? error });
}
