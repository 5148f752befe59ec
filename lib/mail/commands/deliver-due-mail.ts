import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { getSiteSettings } from "@/lib/settings/queries";
import { nextAttemptAt } from "../policy";
import { handInMail, type SenderAddress, type SendOutcome } from "../smtp";

/**
 * How long a mail belongs to the instance that took it, in minutes. It must be longer than any SMTP dialogue: when the
 * instance dies half-way, another tries again after this, with the same Message-ID.
 */
const deliveryLease = 10;

export type DeliveryReport = { sent: number; postponed: number; failed: number; kept: number };

type ClaimedMail = {
  id: number;
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attempts: number;
  createdAt: Date;
};

/**
 * Sends the mail that is due, oldest first. Any number of instances may call it at any time: each mail is taken by one.
 * Stops at the first sign that the server itself is away, so that a queue is not burnt on it.
 * @param most mails of one call
 * @throws AppError "unavailable" when the database can't be reached; what was taken then is tried again later
 */
export async function deliverDueMail(most = 100): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, postponed: 0, failed: 0, kept: 0 };
  if (env().SMTP_URL === undefined) return { ...report, kept: await keepQueuedMail() };
  let from: SenderAddress | undefined;
  for (let taken = 0; taken < most; taken += 1) {
    const mail = await claimDueMail();
    if (!mail) break;
    from ??= await senderAddress();
    const { to, subject, text, html } = mail;
    const outcome = await handInMail({ to, subject, text, html }, { from, messageId: mail.messageId });
    report[await recordOutcome(mail, outcome)] += 1;
    if (!outcome.sent && outcome.problem === "server") break;
  }
  return report;
}

async function senderAddress(): Promise<SenderAddress> {
  const { name, contactEmail } = await getSiteSettings();
  return { name, address: contactEmail };
}

/** Mail that was queued while there was an SMTP server. */
async function keepQueuedMail(): Promise<number> {
  const rows = await sql(
    "UPDATE outgoing_mail SET state = 'kept', next_attempt_at = NULL WHERE next_attempt_at <= $1 RETURNING id",
    [now()],
  );
  return rows.length;
}

async function claimDueMail(): Promise<ClaimedMail | undefined> {
  const moment = now();
  const [mail] = await sql<ClaimedMail>(
    `UPDATE outgoing_mail SET attempts = attempts + 1, next_attempt_at = $2
     WHERE id = (SELECT id FROM outgoing_mail WHERE next_attempt_at <= $1
                 ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, message_id AS "messageId", "to", subject, text, html, attempts, created_at AS "createdAt"`,
    [moment, new Date(moment.getTime() + deliveryLease * 60_000)],
  );
  return mail;
}

/** Writes down how it went, unless another instance has taken the mail since. */
async function recordOutcome(mail: ClaimedMail, outcome: SendOutcome): Promise<"sent" | "postponed" | "failed"> {
  const claim = [mail.id, mail.attempts];
  if (outcome.sent) {
    await sql(
      `UPDATE outgoing_mail SET state = 'sent', sent_at = $3, next_attempt_at = NULL, last_error = NULL, text = '', html = ''
       WHERE id = $1 AND attempts = $2 AND state = 'queued'`,
      [...claim, now()],
    );
    return "sent";
  }
  const next = nextAttemptAt(outcome.problem, mail, now());
  log()[next ? "warn" : "error"]({ mailId: mail.id, attempts: mail.attempts, reason: outcome.reason }, "mail not sent");
  await sql(
    `UPDATE outgoing_mail SET state = $3, next_attempt_at = $4, last_error = $5
     WHERE id = $1 AND attempts = $2 AND state = 'queued'`,
    [...claim, next ? "queued" : "failed", next, outcome.reason],
  );
  return next ? "postponed" : "failed";
}
