import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { retryRefusal } from "../policy";
import { retryMailInput, type RetryMailInput } from "../schema";

/**
 * Puts a mail that failed or was kept on its way again, as if it were new.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when there is nothing to send again
 */
export async function retryMail(actor: Actor, input: RetryMailInput): Promise<void> {
  authorise(actor, "mail.read");
  const { mailId } = parseInput(retryMailInput, input);
  const moment = now();
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM outgoing_mail WHERE id = ${mailId} FOR UPDATE`;
    const mail = await tx.outgoingMail.findUnique({ where: { id: mailId }, select: { state: true, to: true } });
    if (!mail) throw new AppError("not-found", "There is no such mail.");
    const refusal = retryRefusal(mail.state);
    if (refusal) throw new AppError("conflict", refusal);
    await tx.outgoingMail.update({
      where: { id: mailId },
      // Counts as new: it has the full time again until it is given up.
      data: { state: "queued", attempts: 0, createdAt: moment, nextAttemptAt: moment },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "mail.retried",
      subjectType: "mail",
      subjectId: mailId,
      before: { state: mail.state },
      after: { to: mail.to },
    });
  });
}
