import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { recoveryCodeHash } from "../recovery-codes";
import { openSecondFactorSecret } from "../second-factor-secret";
import { matchTotpStep } from "../totp";

/** What a code was; null: it is none of this account's, or was taken before. */
export type RedeemedCode = "app" | "recovery" | null;

/** Takes a code of the account's authenticator app, or a recovery code. Each is taken once, also at the same moment. */
export async function redeemCode(tx: Transaction, userId: number, code: string): Promise<RedeemedCode> {
  if (await redeemAppCode(tx, userId, code)) return "app";
  return (await redeemRecoveryCode(tx, userId, code)) ? "recovery" : null;
}

async function redeemAppCode(tx: Transaction, userId: number, code: string): Promise<boolean> {
  const factor = await tx.secondFactor.findUnique({
    where: { userId },
    select: { secret: true, confirmedAt: true },
  });
  if (!factor?.confirmedAt) return false;
  // Sealed under another AUTH_SECRET: only recovery codes are left.
  const secret = openSecondFactorSecret(factor.secret);
  const step = secret === null ? null : matchTotpStep(secret, code, now());
  if (step === null) return false;
  // RFC 6238, 5.2: a code is accepted once. The comparison stands in the statement, so that two requests can't both win.
  const taken = await tx.$executeRaw`UPDATE second_factor SET last_step = ${step}
    WHERE user_id = ${userId} AND (last_step IS NULL OR last_step < ${step})`;
  return taken === 1;
}

async function redeemRecoveryCode(tx: Transaction, userId: number, code: string): Promise<boolean> {
  const hash = recoveryCodeHash(code);
  if (hash === null) return false;
  const taken = await tx.$executeRaw`UPDATE recovery_code SET used_at = ${now()}
    WHERE user_id = ${userId} AND code_hash = ${hash} AND used_at IS NULL`;
  return taken === 1;
}
