/** Sends mail for as long as the process runs. */
import { repeat } from "@/lib/repeat";
import { deliverDueMail } from "./commands/deliver-due-mail";
import { forgetOldMail } from "./commands/forget-old-mail";

/** Seconds between two looks at the queue: how long a mail may wait. One look is one indexed statement. */
const lookEverySeconds = 5;

/** @returns stops it, and resolves when the round under way is done */
export function startMailDelivery(everySeconds = lookEverySeconds): () => Promise<void> {
  const round = async (): Promise<void> => {
    await deliverDueMail();
    await forgetOldMail();
  };
  return repeat({ everySeconds, round, failure: "mail could not be looked after; it waits" });
}
