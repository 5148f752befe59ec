/** Starts instances of ./instance.ts as processes of their own, and gives them orders. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "@/lib/project-root";
import type { Order, Report } from "./instance";

const program = path.join(projectRoot, "tests/integration/page-cache/instance.ts");

export class Instance {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  #count = 0;
  /** Known when it was stopped. */
  stall = 0;
  base = "";

  /** @param variables of the environment, beside those that all instances have */
  static async start(databaseUrl: string, variables: Record<string, string> = {}): Promise<Instance> {
    const child = fork(program, {
      execArgv: ["--import", "tsx"],
      cwd: projectRoot,
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIR: mkdtempSync(path.join(tmpdir(), "magazine-instance-")),
        LOG_LEVEL: "silent",
        NODE_ENV: "production",
        PAGE_CACHE_MB: "64",
        // Few connections, all of them busy: three processes that each open ten at once wait for nothing but those.
        DATABASE_POOL_SIZE: "4",
        ...variables,
      },
    });
    const instance = new Instance(child);
    const [ready] = (await once(child, "message")) as [Report];
    if (ready.kind !== "ready") throw new Error("the instance did not start");
    instance.base = `http://127.0.0.1:${String(ready.port)}`;
    child.on("message", (report: Report) => {
      instance.#heard(report);
    });
    return instance;
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves when the verb has returned there. */
  carryOut(order: Omit<Order, "id">): Promise<void> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ ...order, id } satisfies Order);
    });
  }

  /** Without a word. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, "exit");
    this.#child.send("stop");
    await exited;
  }

  #heard(report: Report): void {
    if (report.kind === "stall") this.stall = report.milliseconds;
    if (report.kind !== "done" && report.kind !== "failed") return;
    const waiting = this.#waiting.get(report.id);
    this.#waiting.delete(report.id);
    if (report.kind === "done") waiting?.resolve();
    else waiting?.reject(new Error(report.reason));
  }
}
