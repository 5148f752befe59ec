/** Removes the files of pictures that are gone, for as long as the process runs. */
import { log } from "@/lib/log";
import { sweepLeftovers } from "./commands/sweep-leftovers";

/** Seconds between two sweeps. Files stay a day anyway, an hour more or less is nothing; one look is one indexed statement. */
const sweepEverySeconds = 3_600;

/**
 * Sweeps again and again, the first time at once; one sweep at a time, and no failure of one ends it. Instances that sweep
 * at the same time share the work.
 * @returns stops it, and resolves when the sweep under way is done
 */
export function startMediaSweeper(everySeconds = sweepEverySeconds): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const next = (): void => {
    round = sweepOnce(() => stopped).then(() => {
      if (!stopped) timer = setTimeout(next, everySeconds * 1000);
    });
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}

async function sweepOnce(isStopped: () => boolean): Promise<void> {
  try {
    await sweepLeftovers(isStopped);
  } catch (error) {
    log().warn({ err: error }, "files of removed pictures could not be deleted; the next sweep tries again");
  }
}
