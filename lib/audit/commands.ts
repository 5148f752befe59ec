import { actorLabel, actorUserId, type Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Writes one line of the audit log, in the transaction of the change it tells of. */
export async function recordAudit(
  tx: Transaction,
  actor: Actor,
  entry: {
    action: string;
    subjectType: string;
    subjectId: string | number;
    before?: Prisma.InputJsonObject;
    after?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      actorId: actorUserId(actor),
      actorLabel: actorLabel(actor),
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: String(entry.subjectId),
      before: entry.before,
      after: entry.after,
    },
  });
}
