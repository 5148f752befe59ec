/** The site as a process of its own, and a plain Node server to compare it with. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { existsSync } from "node:fs";

export type SiteProcess = { base: string; pid: number; stop: () => Promise<void> };

/** Starts the production build on `port`, on one core where the system can do that (taskset). */
export async function startSite(databaseUrl: string, port: number, dataDirectory: string): Promise<SiteProcess> {
  const base = `http://127.0.0.1:${String(port)}`;
  const command = ["--import", "tsx", "server.ts"];
  const pinned = existsSync("/usr/bin/taskset");
  const child = spawn(
    pinned ? "taskset" : process.execPath,
    pinned ? ["-c", "0", process.execPath, ...command] : command,
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        PORT: String(port),
        SITE_URL: base,
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: "only-for-measurements-only-for-measurements",
        DATA_DIR: dataDirectory,
        SERVER_TIMING: "1",
        LOG_LEVEL: "error",
      },
    },
  );
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
