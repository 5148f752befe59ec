/** Magazines of a test's own: `server.ts` as a process, with a data directory that is thrown away. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { stopEmbeddedDatabase } from "@/lib/db/embedded/server";

export type Running = {
  child: ChildProcess;
  port: number;
  base: string;
  /** Everything it printed. */
  output: () => string;
  /** Its log, a line an event. */
  lines: () => Record<string, unknown>[];
  exit: Promise<number | null>;
};

export type Magazines = {
  /** Holds the embedded database and the uploads of all of them. */
  directory: string;
  /**
   * @param variables of the environment; without DATABASE_URL the embedded database is used. One worker, unless said
   * @param command runs server.ts itself when left out
   */
  start: (variables?: Record<string, string>, command?: readonly string[]) => Promise<Running>;
  /** Kills what runs and removes the directory. */
  end: () => Promise<void>;
};

export function magazines(): Magazines {
  const directory = mkdtempSync(path.join(tmpdir(), "magazine-process-"));
  const started: ChildProcess[] = [];
  return {
    directory,
    start: async (variables = {}, command = serverItself) => {
      const running = run(command, { port: await freePort(), directory, variables });
      started.push(running.child);
      return running;
    },
    end: async () => {
      for (const child of started) child.kill("SIGKILL");
      await stopEmbeddedDatabase(path.join(directory, "postgres"));
      // What was killed may still be writing its last file.
      rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

const serverItself = [process.execPath, "--import", "tsx", "server.ts"];

function run(
  [program = "", ...rest]: readonly string[],
  { port, directory, variables }: { port: number; directory: string; variables: Record<string, string> },
): Running {
  const environment: NodeJS.ProcessEnv = {
    ...ofTheMachine(),
    PORT: String(port),
    DATA_DIR: directory,
    SAMPLE_CONTENT: "0",
    WEB_CONCURRENCY: "1",
    ...variables,
  };
  const child = spawn(program, rest, {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    port,
    base: `http://127.0.0.1:${String(port)}`,
    output: () => output,
    lines: () =>
      output
        .split("\n")
        .filter((line) => line.startsWith("{") && line.endsWith("}"))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    exit: new Promise((resolve) => child.on("exit", resolve)),
  };
}

/** Not what other tests of this process have set for the magazine (SITE_URL, a hub). */
function ofTheMachine(): NodeJS.ProcessEnv {
  const kept = /^(?:PATH|HOME|USER|LANG|LC_.*|TMPDIR|NODE_.*|SystemRoot)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name))) as NodeJS.ProcessEnv;
}

/**
 * Below those that the system gives to outgoing connections, and another thousand for each worker of Playwright or Vitest: a
 * port that is free now must still be free when a slow machine has started the process.
 */
const runner = Number(process.env.TEST_PARALLEL_INDEX ?? process.env.VITEST_POOL_ID ?? 0);
const firstPort = 20_000 + 1_000 * (runner % 10);
let portsTaken = 0;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + (portsTaken % 1_000);
    portsTaken += 1;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(false);
    });
    probe.listen(port, "127.0.0.1", () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** @returns 0 when nobody answers */
export async function statusOf(url: string): Promise<number> {
  try {
    return (await fetch(url)).status;
  } catch {
    return 0;
  }
}
