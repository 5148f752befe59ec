/** One of the processes that answer requests. It has its own connections to the database and its own memory. */
import cluster from "node:cluster";
import { setTimeout as wait } from "node:timers/promises";
import { obstacleToServing, startDraining } from "@/lib/web/health";
import { leave, leaveInOrder } from "./leaving";
import { prepareSite } from "./site";
import type { PrimaryWord, WorkerWord } from "./worker-words";

/** Milliseconds between two looks whether it could serve. */
const lookEvery = 500;

/** Runs until the primary process says otherwise, or is gone. */
export async function runWorker(): Promise<void> {
  // Keys pressed in a terminal, and its closing, reach every process in it. The primary process knows what they mean.
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
  const site = await prepareSite(false);
  const heard = { any: false };
  leaveInOrder(site.close, ["SIGTERM"]);
  process.on("message", (word: PrimaryWord) => {
    if (word === "note") {
      void site.noteHotPages().then(() => {
        tell("noted");
      });
      return;
    }
    heard.any = true;
    if (word === "listen") void site.listen().catch(fail);
    if (word === "leave") startDraining();
    if (word === "leave" || word === "retire") leave(0, word);
  });
  leaveWithPrimary();
  tell("prepared");
  await site.warm();
  while (!heard.any && (await obstacleToServing()) !== null) await wait(lookEvery);
  tell("ready");
}

/** Without its primary a worker gets no more connections: it ends what is open, writes what it has counted, and goes. */
function leaveWithPrimary(): void {
  const { worker } = cluster;
  worker?.once("disconnect", () => {
    // Node would end the process on the spot unless this was asked for.
    worker.exitedAfterDisconnect = true;
    leave(0, "the primary process is gone");
  });
}

function tell(word: WorkerWord): void {
  if (process.connected) process.send?.(word);
}

function fail(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
