/**
 * The one process: starts what is missing (build, database, migrations, sample content), then answers requests with
 * Next in-process, and leaves in order on SIGTERM.
 *
 * `node --import tsx server.ts` serves the production build; with `--dev` it serves the sources.
 */
import { createServer, type RequestListener, type Server } from "node:http";
import { ensureAuthSecret } from "@/lib/auth/secret";
import { prepareAccounts } from "@/lib/boot/accounts";
import { startBackgroundWork } from "@/lib/boot/background";
import { ensureBuild } from "@/lib/boot/build";
import { isEmpty, migrate, openDatabase } from "@/lib/boot/database";
import { takeOverConsole } from "@/lib/boot/console";
import { disconnect } from "@/lib/db/client";
import type { EmbeddedDatabase } from "@/lib/db/embedded/server";
import { env, EnvironmentError, loadEnvironmentFile, setEnvironment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { deskPath } from "@/lib/desk-urls";
import { answerWhileStarting, startDraining } from "@/lib/web/health";
import { openPageCache } from "@/lib/web/page-cache";
import { createRequestHandler } from "@/lib/web/request-handler";

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const shutdownPatience = 20_000;

async function main(): Promise<void> {
  const development = process.argv.includes("--dev");
  loadEnvironmentFile();
  setEnvironment({ NODE_ENV: development ? "development" : "production" });
  const { PORT, HOST } = env();
  if (!development) await ensureBuild();
  // Before the embedded database is opened, which looks like one of the operator's from then on.
  await ensureAuthSecret();
  const database = await openDatabase();
  leaveInOrder(() => stopIfOwned(database));
  await migrate();
  if (database && env().SAMPLE_CONTENT && (await isEmpty())) await loadSampleContent();
  const firstLink = await prepareAccounts();

  // Whoever asks before Next is ready gets an answer too: 503, soon.
  let handle: RequestListener = answerWhileStarting;
  const server = createServer((request, response) => {
    handle(request, response);
  });
  await listen(server, PORT, HOST);
  const { default: next } = await import("next");
  const app = next({ dev: development, httpServer: server, hostname: HOST, port: portOf(server) });
  await app.prepare();
  if (!development) takeOverConsole();
  const handleUncached = createRequestHandler(app.getRequestHandler(), development);
  // Sources that are being changed are not to be remembered.
  const pages = development ? null : await openPageCache(handleUncached);
  handle = pages?.handle ?? handleUncached;
  const stopBackgroundWork = startBackgroundWork();
  leaveInOrder(() =>
    close(server, database, async () => {
      await Promise.all([stopBackgroundWork(), pages?.stop()]);
    }),
  );
  announce(server, firstLink);
  await pages?.warm();
}

async function loadSampleContent(): Promise<void> {
  log().info("writing the sample content (about a minute, only once)");
  const { seed } = await import("@/prisma/seed/seed");
  await seed();
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new AppError("unavailable", `PORT ${String(port)} is in use by another program; set PORT to a free one.`)
          : error,
      );
    });
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address && typeof address === "object" ? address.port : env().PORT;
}

function announce(server: Server, firstLink: string | null): void {
  const here = (address: string): string => address.replace(`:${String(env().PORT)}`, `:${String(portOf(server))}`);
  const site = here(env().SITE_URL);
  const lines = ["Mental Health Network is ready", "", `Site  ${site}`, `Desk  ${site}${deskPath}`];
  if (firstLink)
    lines.push("", "Nobody has an account yet. This link makes the first administrator, once:", here(firstLink));
  process.stdout.write(`\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n\n`);
}

let leaving = false;

/** What to do on SIGTERM and SIGINT; the latest call counts. */
function leaveInOrder(work: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (leaving) return;
      leaving = true;
      log().info({ signal }, "shutting down");
      work().then(
        () => process.exit(0),
        (error: unknown) => {
          log().error({ err: error }, "the shutdown failed");
          process.exit(1);
        },
      );
    });
  }
}

/** Takes no new requests, lets the open ones and the mail under way end, then lets go of the database. */
async function close(
  server: Server,
  database: EmbeddedDatabase | null,
  stopBackgroundWork: () => Promise<void>,
): Promise<void> {
  startDraining();
  await new Promise<void>((resolve) => {
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, shutdownPatience);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
  await stopBackgroundWork();
  await disconnect();
  await stopIfOwned(database);
}

async function stopIfOwned(database: EmbeddedDatabase | null): Promise<void> {
  if (database?.owned) await database.stop();
}

main().catch((error: unknown) => {
  const expected = error instanceof EnvironmentError || error instanceof AppError;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
