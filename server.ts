/**
 * The process that is started, and the file that its workers run. What each of them does is in lib/boot/.
 *
 * `node --import tsx server.ts` serves the production build; with `--dev` it serves the sources, from this one process.
 */
import cluster from "node:cluster";
import { setSourceMapsSupport } from "node:module";
import { isLeaving } from "@/lib/boot/leaving";
import { EnvironmentError, loadEnvironmentFile, setEnvironment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

async function main(): Promise<void> {
  const development = process.argv.includes("--dev");
  // Of every package as well they would be kept for as long as the process lives, with the sources that are in them.
  setSourceMapsSupport(true, { nodeModules: development, generatedCode: development });
  loadEnvironmentFile();
  setEnvironment({ NODE_ENV: development ? "development" : "production" });
  // A worker has no use for what builds, migrates and draws; loaded, that would be a quarter of its memory.
  if (cluster.isWorker) {
    const { runWorker } = await import("@/lib/boot/worker");
    await runWorker();
  } else {
    const { runPrimary } = await import("@/lib/boot/primary");
    await runPrimary({ development, writeSampleContent });
  }
}

/** Only from here: nothing that serves may need the seed. */
async function writeSampleContent(isStopped: () => boolean): Promise<void> {
  const { seed } = await import("@/prisma/seed/seed");
  await seed({ isStopped });
}

main().catch((error: unknown) => {
  if (isLeaving()) {
    log().info({ reason: error instanceof Error ? error.message : String(error) }, "the start was given up");
    return;
  }
  const expected = error instanceof EnvironmentError || error instanceof AppError;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
