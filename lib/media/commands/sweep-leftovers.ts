import { sweepFiles } from "./stored-files";

/**
 * Removes every file that no picture has pointed to for a day. Uploads, replacements and deletions do a little of it by
 * themselves; the server calls this from time to time. Nobody asks for it, so there is no actor.
 * @param isStopped asked between two pictures; true ends the sweep
 * @returns of how many pictures files were removed
 * @throws AppError "unavailable"
 */
export function sweepLeftovers(isStopped: () => boolean = () => false): Promise<number> {
  return sweepFiles(Infinity, isStopped);
}
