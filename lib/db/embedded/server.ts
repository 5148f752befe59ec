/**
 * A real Postgres in DATA_DIR/postgres, started with the site and stopped with it. When the process was killed and its
 * database lives on, the next start finds and uses it.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { AppError } from "@/lib/errors";
import { postgresBinaries } from "./binaries";
import { giveTo, postgresIdentity, runAs } from "./identity";

export type EmbeddedDatabase = {
  /** Connection address of the database `magazine`. */
  url: string;
  /** True when this call created the cluster. */
  isNew: boolean;
  /** False while another process that is alive started it: then it is theirs to stop. */
  owned: boolean;
  /** Ends open connections and stops the server (pg_ctl fast shutdown). */
  stop: () => Promise<void>;
};

const databaseUser = "magazine";
const databaseName = "magazine";

export type EmbeddedOptions = {
  /** A free one when left out. */
  port?: number;
  /** Extra server settings, for example { fsync: "off" } for tests. */
  settings?: Record<string, string>;
};

/**
 * Starts the cluster below `directory`, making it first when there is none.
 * @throws AppError "unavailable" with Postgres's own words when it does not start
 */
export async function startEmbeddedDatabase(
  directory: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const cluster = path.join(directory, "cluster");
  const passwordFile = path.join(directory, "password");
  mkdirSync(directory, { recursive: true });
  const isNew = !existsSync(path.join(cluster, "PG_VERSION"));
  if (isNew) await initialise(cluster, passwordFile);
  const password = readFileSync(passwordFile, "utf8").trim();
  const running = await runningPort(cluster);
  const port = running ?? (await start(cluster, path.join(directory, "log"), options));
  const addressOf = (database: string): string =>
    `postgresql://${databaseUser}:${password}@127.0.0.1:${String(port)}/${database}`;
  await ensureDatabase(addressOf("postgres"), databaseName);
  const owned = takeOwnership(path.join(directory, "owner"), running !== null);
  return { url: addressOf(databaseName), isNew, owned, stop: () => stop(cluster) };
}

/** Stops the server of the cluster below `directory`, whoever started it; does nothing when none runs. */
export async function stopEmbeddedDatabase(directory: string): Promise<void> {
  const cluster = path.join(directory, "cluster");
  if (existsSync(path.join(cluster, "PG_VERSION"))) await stop(cluster);
}

/** Who stops the server: the process that started it, or, when that one was killed, the next that finds it. */
function takeOwnership(ownerFile: string, wasRunning: boolean): boolean {
  if (wasRunning && existsSync(ownerFile) && isAlive(Number(readFileSync(ownerFile, "utf8")))) return false;
  writeFileSync(ownerFile, String(process.pid));
  return true;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, but somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Creates the database `name` on the server at `url` unless it is there. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function initialise(cluster: string, passwordFile: string): Promise<void> {
  const identity = postgresIdentity();
  // Left-overs of a first start that was interrupted; PG_VERSION is among the last things initdb writes in there.
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  giveTo(identity, cluster);
  writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (identity) giveTo(identity, passwordFile);
  const { code, output } = await runAs(identity, postgresBinaries().initdb, [
    `--pgdata=${cluster}`,
    "--auth=scram-sha-256",
    `--username=${databaseUser}`,
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    // Same order and case rules on every machine, whatever locales it has.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  ]);
  if (code !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new AppError("unavailable", `The embedded database could not be created: ${lastLines(output)}`);
  }
}

async function start(cluster: string, logFile: string, options: EmbeddedOptions): Promise<number> {
  const identity = postgresIdentity();
  const port = options.port ?? (await freePort());
  if (!existsSync(logFile)) writeFileSync(logFile, "");
  giveTo(identity, logFile);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: sharedBuffers(totalmem()),
    // The site's queries are short; planning them for parallel workers or JIT costs more than it gives.
    jit: "off",
    // On today's disks a page out of order costs hardly more than the next one; told otherwise, the planner reads whole tables.
    random_page_cost: "1.1",
    ...options.settings,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const { code, output } = await runAs(identity, postgresBinaries().pgCtl, [
    "start",
    "--wait",
    "--timeout=60",
    `--pgdata=${cluster}`,
    `--log=${logFile}`,
    `--options=-p ${String(port)} ${flags.join(" ")}`,
  ]);
  if (code !== 0) {
    const reason = lastLines(readFileSync(logFile, "utf8")) || lastLines(output);
    throw new AppError("unavailable", `The embedded database did not start: ${reason}`);
  }
  return port;
}

/**
 * What Postgres keeps of its tables. An eighth of the machine, 128 to 512 MB, of which no more is taken than there is to
 * keep: a search among 100,000 articles takes two thirds of the time when their index fits.
 * @param machine bytes
 */
function sharedBuffers(machine: number): string {
  const megabytes = Math.round(machine / 8 / 1024 ** 2);
  return `${String(Math.min(Math.max(megabytes, 128), 512))}MB`;
}

async function stop(cluster: string): Promise<void> {
  await runAs(postgresIdentity(), postgresBinaries().pgCtl, ["stop", "--wait", "--mode=fast", `--pgdata=${cluster}`]);
}

/** Port of a server that already runs on this cluster, from the fourth line of its postmaster.pid. */
async function runningPort(cluster: string): Promise<number | null> {
  const { code } = await runAs(postgresIdentity(), postgresBinaries().pgCtl, ["status", `--pgdata=${cluster}`]);
  if (code !== 0) return null;
  const port = Number(readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n")[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new AppError("unavailable", "No free port on 127.0.0.1."));
      });
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-4).join(" | ");
}
