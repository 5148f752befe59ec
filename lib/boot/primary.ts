/**
 * The first process: does what must be done once (build, database, migrations, sample content, the first administrator's
 * link), then has workers answer requests (WEB_CONCURRENCY of them), and leaves in order on SIGTERM. SIGHUP exchanges the
 * workers without a request lost.
 */
import { ensureAuthSecret } from "@/lib/auth/secret";
import { disconnect } from "@/lib/db/client";
import type { EmbeddedDatabase } from "@/lib/db/embedded/server";
import { env, npmScript } from "@/lib/env";
import { log } from "@/lib/log";
import { startDraining } from "@/lib/web/health";
import type { HttpServer } from "@/lib/web/http-server";
import { prepareAccounts } from "./accounts";
import { announce } from "./announce";
import { ensureBuild } from "./build";
import { lacksSampleContent, migrate, noteSampleContent, openDatabase } from "./database";
import { openDoor } from "./door";
import { isLeaving, leave, leaveInOrder } from "./leaving";
import { startWorkers } from "./workers";

const servingScripts = new Set(["start", "dev"]);
/** Milliseconds between two looks whether npm is still there. */
const lookForNpmEvery = 500;

type Start = {
  development: boolean;
  /** Writes what an empty magazine of one's own begins with, and ends early, in order, when it is told so. */
  writeSampleContent: (isStopped: () => boolean) => Promise<void>;
};

/** Resolves when the site answers. */
export async function runPrimary({ development, writeSampleContent }: Start): Promise<void> {
  onHangUp();
  leaveWithNpm();
  const door = await openDoor();
  if (!development) await ensureBuild();
  // Before the embedded database is opened, which looks like one of the operator's from then on.
  await ensureAuthSecret();
  const database = await openDatabase();
  leaveInOrder(() => stopIfOwned(database));
  await migrate();
  if (database && env().SAMPLE_CONTENT && (await lacksSampleContent(database)))
    await loadSampleContent(database, writeSampleContent);
  if (isLeaving()) return;
  const firstLink = await prepareAccounts();
  await (development ? serveHere(door, database) : serveByWorkers(door, database));
  announce(firstLink);
}

/** Whoever leaves meanwhile waits for the piece that is being written; the next start writes the rest. */
async function loadSampleContent(database: EmbeddedDatabase, write: Start["writeSampleContent"]): Promise<void> {
  log().info("writing the sample content (a minute or two, only once)");
  await noteSampleContent("begun");
  const writing = write(isLeaving);
  leaveInOrder(async () => {
    await Promise.allSettled([writing]);
    await stopIfOwned(database);
  });
  await writing;
  if (!isLeaving()) await noteSampleContent("complete");
}

/** Development: hot reloading needs the one process that watches the sources. */
async function serveHere(door: HttpServer, database: EmbeddedDatabase | null): Promise<void> {
  const { prepareSite } = await import("./site");
  const site = await prepareSite(true, door);
  leaveInOrder(async () => {
    startDraining();
    await site.close();
    await stopIfOwned(database);
  });
}

/** @returns resolves when the first worker answers */
async function serveByWorkers(door: HttpServer, database: EmbeddedDatabase | null): Promise<void> {
  // This process asks the database nothing more.
  await disconnect();
  const workers = startWorkers({
    count: env().WEB_CONCURRENCY,
    makeWay: () => void door.drain(),
    giveUp: (reason) => {
      leave(1, reason);
    },
  });
  leaveInOrder(async () => {
    await workers.leave();
    await disconnect();
    await stopIfOwned(database);
  });
  exchangeWorkers = () => void workers.exchange();
  await workers.serving;
}

/** There is nothing to exchange before there are workers, and when there are none. */
let exchangeWorkers = (): void => undefined;

/** SIGHUP: in a terminal it means that the window was closed; anywhere else, that the workers are to be exchanged. */
function onHangUp(): void {
  process.on("SIGHUP", () => {
    if (process.stdin.isTTY) leave(0, "the terminal was closed");
    else exchangeWorkers();
  });
}

/**
 * npm passes SIGTERM to the shell in which it has started this, and the shell ends without a word: who ends `npm start` means
 * the site, and must not leave it behind.
 */
function leaveWithNpm(): void {
  if (!servingScripts.has(npmScript() ?? "")) return;
  const parent = process.ppid;
  const look = (): void => {
    if (process.ppid !== parent) leave(0, "npm was ended");
  };
  setInterval(look, lookForNpmEvery).unref();
}

async function stopIfOwned(database: EmbeddedDatabase | null): Promise<void> {
  if (database?.owned) await database.stop();
}
