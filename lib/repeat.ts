/** Work that is done again and again for as long as the process runs. */
import { log } from "@/lib/log";

type Repeated = {
  /** Between the end of a round and the start of the next. */
  everySeconds: number;
  /** One round. It may ask whether it should end early. */
  round: (isStopped: () => boolean) => Promise<unknown>;
  /** What the log says when a round fails; the next one comes nevertheless. */
  failure: string;
};

/**
 * Starts at once; one round at a time, and no failure of a round ends it.
 * @returns stops it, and resolves when the round under way is done
 */
export function repeat({ everySeconds, round, failure }: Repeated): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();
  const next = (): void => {
    underWay = round(() => stopped)
      .catch((error: unknown) => {
        log().warn({ err: error }, failure);
      })
      .then(() => {
        if (!stopped) timer = setTimeout(next, everySeconds * 1000);
      });
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
