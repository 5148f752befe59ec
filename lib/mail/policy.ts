/** What happens after an attempt to send. Pure. */
import type { MailState } from "./schema";

/**
 * Minutes to wait after the first, second, … attempt; the last one from then on. A server that is away is asked more often:
 * it says nothing about the mail, and asking costs one connection a round.
 */
const retryMinutes = {
  server: [1, 5, 15],
  postponed: [1, 5, 15, 60, 180, 360],
} as const;

/** RFC 5321, 4.5.4.1: a mail is given up after four to five days. */
const giveUpAfterDays = 4;

/** What went wrong, as far as it decides what to do. */
export type SendProblem =
  /** The server could not be reached or refused to talk; other mails would fare the same. */
  | "server"
  /** This mail was refused for now (greylisting, a full mailbox). */
  | "postponed"
  /** This mail was refused for good. */
  | "refused";

/**
 * When to try again.
 * @param mail `attempts` made so far, the failed one included
 * @returns the moment, or null to give up
 */
export function nextAttemptAt(
  problem: SendProblem,
  mail: { attempts: number; createdAt: Date },
  moment: Date,
): Date | null {
  if (problem === "refused") return null;
  const steps = retryMinutes[problem];
  const minutes = steps[Math.min(mail.attempts, steps.length) - 1] ?? steps[0];
  const next = new Date(moment.getTime() + minutes * 60_000);
  return next.getTime() - mail.createdAt.getTime() > giveUpAfterDays * 86_400_000 ? null : next;
}

/** Sorts an error of an SMTP dialogue. A refused sender is the operator's to mend: it concerns every mail. */
export function problemOf(error: { code?: string; command?: string; responseCode?: number }): SendProblem {
  const aboutThisMail = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  if (!aboutThisMail || error.command === "MAIL FROM") return "server";
  // RFC 5321, 4.2.1: 5yz is a permanent answer. No code: the address was not even sent, since it is none.
  return error.responseCode === undefined || error.responseCode >= 500 ? "refused" : "postponed";
}

/** Whether an administrator may send it once more, and why not. */
export function retryRefusal(state: MailState): string | null {
  switch (state) {
    case "failed":
    case "kept":
      return null;
    case "queued":
      return "This mail is waiting for its next attempt already.";
    case "sent":
      return "This mail was sent; its text is not kept.";
  }
}

/** Whether its text may be read in the desk: only where it can't reach anybody otherwise, since it may hold a link. */
export function textIsReadable(state: MailState): boolean {
  return state === "kept";
}
