/** How the process leaves: once, in order, whoever asks for it. */
import { log } from "@/lib/log";

const state = { leaving: false, work: (): Promise<void> => Promise.resolve() };

/** What has to happen before the process ends, on these signals and on leave(); the latest call counts. */
export function leaveInOrder(
  work: () => Promise<void>,
  signals: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT"],
): void {
  state.work = work;
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      leave(0, signal);
    });
  }
}

/** Whether it leaves already. What fails from then on fails because of that, and what has begun need not go on. */
export function isLeaving(): boolean {
  return state.leaving;
}

/**
 * Does the work that leaveInOrder() was given and ends the process; a second call changes nothing.
 * @param exitCode 0 when all is well; it becomes 1 when the work fails
 * @param reason for the log: a signal's name, or what happened
 */
export function leave(exitCode: number, reason: string): void {
  if (state.leaving) return;
  state.leaving = true;
  log().info({ reason }, "shutting down");
  state.work().then(
    () => process.exit(exitCode),
    (error: unknown) => {
      log().error({ err: error }, "the shutdown failed");
      process.exit(1);
    },
  );
}
