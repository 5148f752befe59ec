/** Sends mail for as long as the process runs. */
import { log } from "@/lib/log";
import { deliverDueMail } from "./commands/deliver-due-mail";
import { forgetOldMail } from "./commands/forget-old-mail";

/** Seconds between two looks at the queue: how long a mail may wait. One look is one indexed statement. */
const lookEverySeconds = 5;

/**
 * Delivers due mail again and again; one round at a time, and no failure of a round ends it.
 * @returns stops it, and resolves when the round under way is done
 */
export function startMailDelivery(everySeconds = lookEverySeconds): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const next = (): void => {
    round = deliverOnce().then(() => {
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

async function deliverOnce(): Promise<void> {
  try {
    await deliverDueMail();
    await forgetOldMail();
  } catch (error) {
    log().warn({ err: error }, "mail could not be looked after; it waits");
  }
}
