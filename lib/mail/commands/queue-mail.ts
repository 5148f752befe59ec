import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { parseInput } from "@/lib/input";
import { mailInput, type Mail } from "../schema";

/**
 * Puts a mail on its way in the transaction of the change it tells of: it is sent (deliverDueMail) if and only if that
 * commits. Without an SMTP server it is kept for administrators to read.
 * @throws AppError "invalid"
 */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  const data = parseInput(mailInput, mail);
  const moment = now();
  const hasServer = env().SMTP_URL !== undefined;
  await tx.outgoingMail.create({
    data: {
      ...data,
      messageId: newMessageId(),
      state: hasServer ? "queued" : "kept",
      createdAt: moment,
      nextAttemptAt: hasServer ? moment : null,
    },
    select: { id: true },
  });
}

function newMessageId(): string {
  return `<${randomUUID()}@${new URL(env().SITE_URL).hostname}>`;
}
