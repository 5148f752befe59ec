/** The site as a process of its own, and a plain Node server to compare it with. */
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { existsSync } from "node:fs";
import { childrenOf } from "./processes";

export type ServerProcess = { base: string; stop: () => Promise<void> };
export type SiteProcess = ServerProcess & { pid: number };

export type SiteOptions = {
  port: number;
  /** 0 makes every page anew. */
  cacheMegabytes: number;
  /** Folder of another revision; this one when left out. */
  root?: string;
  /** Where its database and its files are, and whatever else it is told. */
  environment: NodeJS.ProcessEnv;
  /** Where readers find it, when something stands in front. */
  siteUrl?: string;
  /** One, on one core, when left out; several take the cores that there are. */
  workers?: number;
};

/** The environment of a site on a database of the bench. */
export function onDatabase(databaseUrl: string, dataDirectory: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDirectory,
    AUTH_SECRET: benchSecret,
    LOG_LEVEL: "error",
  };
}

/** Sessions that the bench makes are good for its sites. */
export const benchSecret = "only-for-measurements-only-for-measurements";

const isPinned = existsSync("/usr/bin/taskset");

/** A Node program on one core, where the system can do that (taskset). */
function spawnPinned(argumentsOfNode: string[], options: SpawnOptions): ChildProcess {
  return isPinned
    ? spawn("taskset", ["-c", "0", process.execPath, ...argumentsOfNode], options)
    : spawn(process.execPath, argumentsOfNode, options);
}

function spawnFree(argumentsOfNode: string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, argumentsOfNode, options);
}

/** Starts the production build. Without memory for pages each is made anew for every request. */
export async function startSite(options: SiteOptions): Promise<SiteProcess> {
  const { port, cacheMegabytes, root, environment, siteUrl, workers = 1 } = options;
  const base = `http://127.0.0.1:${String(port)}`;
  const program = ["--import", "tsx", "server.ts"];
  const start = workers === 1 ? spawnPinned : spawnFree;
  const child = start(program, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...environment,
      PORT: String(port),
      SITE_URL: siteUrl ?? base,
      PAGE_CACHE_MB: String(cacheMegabytes),
      WEB_CONCURRENCY: String(workers),
      // Readers' addresses are what the bench says they are.
      TRUSTED_PROXIES: "1",
      SERVER_TIMING: cacheMegabytes === 0 ? "1" : "0",
    },
  });
  const exited = new Promise<void>((resolve) =>
    child.on("exit", () => {
      resolve();
    }),
  );
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const ready = await fetch(`${base}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready)
      return {
        base,
        // taskset becomes what it starts.
        pid: child.pid ?? NaN,
        stop: async () => {
          child.kill("SIGTERM");
          await exited;
        },
      };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill("SIGKILL");
  throw new Error("The site did not become ready.");
}

/** A node:http server that answers everything with the same bytes. */
export async function startPlainServer(
  body: Buffer,
  headers: Record<string, string>,
): Promise<{ base: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("no address");
  return { base: `http://127.0.0.1:${String(address.port)}`, server };
}

/** The same as a process of its own, on the core that the site has: a fair comparison for a server alone. */
export async function startPinnedPlainServer(body: Buffer, headers: Record<string, string>): Promise<ServerProcess> {
  const program = `
    const headers = ${JSON.stringify({ ...headers, "Content-Length": body.length })};
    const body = Buffer.from(${JSON.stringify(body.toString("base64"))}, "base64");
    const server = require("node:http").createServer((request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
  const child = spawnPinned(["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(child.stdout!, "data")) as [Buffer];
  return {
    base: `http://127.0.0.1:${port.toString().trim()}`,
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}

/** Brings a process, and those it has started, to the core on which everything is measured. */
export function pinProcess(pid: number): void {
  for (const one of [pid, ...childrenOf(pid)]) if (isPinned) execFileSync("taskset", ["-cp", "0", String(one)]);
}
