import { resetCounters } from "@/lib/auth/commands/rate-limit";
import { endSessionsOf } from "@/lib/auth/commands/sessions";
import type { Transaction } from "@/lib/db/client";
import { queueSecurityMail } from "@/lib/mail/commands/queue-security-mail";

/**
 * Gives an account another password: sessions end (but for `keptSessionId`), links for a new password work no longer, and
 * its owner is told.
 * @returns the new token version
 */
export async function setPassword(
  tx: Transaction,
  user: { id: number; email: string },
  passwordHash: string,
  keptSessionId?: string,
): Promise<number> {
  await tx.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
  const tokenVersion = await endSessionsOf(tx, user.id, keptSessionId);
  await tx.oneTimeLink.deleteMany({ where: { kind: "password_reset", userId: user.id, usedAt: null } });
  await resetCounters(tx, [{ kind: "sign-in-account", subject: user.email }]);
  await queueSecurityMail(tx, "password-changed", user.email);
  return tokenVersion;
}
