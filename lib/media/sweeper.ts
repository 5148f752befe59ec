/** Removes the files of pictures that are gone, for as long as the process runs. */
import { repeat } from "@/lib/repeat";
import { sweepLeftovers } from "./commands/sweep-leftovers";

/** Seconds between two sweeps. Files stay a day anyway, an hour more or less is nothing; one look is one indexed statement. */
const sweepEverySeconds = 3_600;

/**
 * Instances that sweep at the same time share the work.
 * @returns stops it, and resolves when the sweep under way is done
 */
export function startMediaSweeper(everySeconds = sweepEverySeconds): () => Promise<void> {
  const failure = "files of removed pictures could not be deleted; the next sweep tries again";
  return repeat({ everySeconds, round: sweepLeftovers, failure });
}
