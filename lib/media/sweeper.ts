/** Work on the files of pictures, for as long as the process runs. */
import { repeat } from "@/lib/repeat";
import { forgetIntakes } from "./commands/make-picture";
import { renewCrops } from "./commands/renew-crops";
import { sweepLeftovers } from "./commands/sweep-leftovers";

/** Seconds between two sweeps. Files stay a day anyway, an hour more or less is nothing; one look is one indexed statement. */
const sweepEverySeconds = 3_600;

/** Seconds between two looks for pictures that wait for their crops. Most never wait; what a failure left can wait a little. */
const renewEverySeconds = 600;

/**
 * Removes the files of pictures that are gone, and of uploads that are long over. Instances that sweep at the same time share the work.
 * @returns stops it, and resolves when the sweep under way is done
 */
export function startMediaSweeper(everySeconds = sweepEverySeconds): () => Promise<void> {
  const failure = "files of removed pictures could not be deleted; the next sweep tries again";
  const round = async (isStopped: () => boolean): Promise<void> => {
    await sweepLeftovers(isStopped);
    await forgetIntakes(isStopped);
  };
  return repeat({ everySeconds, round, failure });
}

/**
 * Cuts the crops of pictures that have none yet: after an update of the magazine of all of them, one after the other.
 * @returns stops it, and resolves when the picture under way is done
 */
export function startCropRenewal(everySeconds = renewEverySeconds): () => Promise<void> {
  const failure = "crops of pictures could not be made; the next round goes on";
  return repeat({ everySeconds, round: renewCrops, failure });
}
