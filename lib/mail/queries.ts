import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { offsetOf, pageOf, type PageOf } from "@/lib/pagination";
import { textIsReadable } from "./policy";
import type { MailState } from "./schema";

export type OutboxEntry = {
  id: number;
  to: string;
  subject: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
};

/** `text` and `html` are null where the mail goes, went or may still go to its reader by SMTP. */
export type OutboxMail = OutboxEntry & { text: string | null; html: string | null };

const outboxPageSize = 50;
const columns = `id, "to", subject, state, attempts, last_error AS "lastError", created_at AS "createdAt",
  next_attempt_at AS "nextAttemptAt", sent_at AS "sentAt"`;

/** Mail of the last weeks, newest first. @throws AppError "forbidden"; "not-found" for a page beyond the last */
export async function listOutbox(actor: Actor, page = 1): Promise<PageOf<OutboxEntry>> {
  authorise(actor, "mail.read");
  const [entries, [count]] = await Promise.all([
    sql<OutboxEntry>(`SELECT ${columns} FROM outgoing_mail ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2`, [
      outboxPageSize,
      offsetOf(page, outboxPageSize),
    ]),
    sql<{ total: number }>("SELECT count(*) AS total FROM outgoing_mail"),
  ]);
  return pageOf(entries, page, count?.total ?? 0, outboxPageSize);
}

/** One mail to read. @throws AppError "forbidden", "not-found" */
export async function getOutboxMail(actor: Actor, mailId: number): Promise<OutboxMail> {
  authorise(actor, "mail.read");
  const [mail] = await sql<OutboxEntry & { text: string; html: string }>(
    `SELECT ${columns}, text, html FROM outgoing_mail WHERE id = $1`,
    [mailId],
  );
  if (!mail) throw new AppError("not-found", "There is no such mail.");
  return textIsReadable(mail.state) ? mail : { ...mail, text: null, html: null };
}
