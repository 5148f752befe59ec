/** The second factor of one's own account: an authenticator app, and recovery codes for the day it is lost. */
import { recordAudit } from "@/lib/audit/commands";
import { now } from "@/lib/clock";
import { database, type Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { queueSecurityMail } from "@/lib/mail/commands/queue-security-mail";
import { getSiteSettings } from "@/lib/settings/queries";
import type { Actor } from "../actor";
import { secondFactorOffRefusal } from "../policy";
import { newRecoveryCodes, recoveryCodeHash } from "../recovery-codes";
import { requireAccount } from "../require-account";
import {
  confirmSecondFactorInput,
  passwordAndCodeInput,
  passwordInput,
  type ConfirmSecondFactorInput,
  type PasswordAndCodeInput,
  type PasswordInput,
} from "../schema";
import { openSecondFactorSecret, sealSecondFactorSecret } from "../second-factor-secret";
import { matchTotpStep, newTotpSecret, totpAddress } from "../totp";
import { confirmPassword } from "./confirm-password";
import { takeAttempt, resetCounters, type Counter } from "./rate-limit";
import { redeemCode } from "./redeem-code";
import { endSessionsOf } from "./sessions";

/** What an authenticator app is set up with: `secret` in base32 to type, `address` (otpauth:) as a QR code. */
export type SecondFactorSetup = { secret: string; address: string };

const enrolled = "Your account has a second factor already. Take it off before you set up another.";
const wrongCode = "is not right. A code works once; wait for the next one.";

/**
 * Starts setting up an authenticator app; nothing is asked of anybody before confirmSecondFactor().
 * @throws InputError for a wrong password; AppError "conflict" when there is one; "rate-limited", "forbidden"
 */
export async function startSecondFactor(actor: Actor, input: PasswordInput): Promise<SecondFactorSetup> {
  const user = requireAccount(actor);
  const { password } = parseInput(passwordInput, input);
  await confirmPassword(user, password);
  const { name } = await getSiteSettings();
  const secret = newTotpSecret();
  await transaction(async (tx) => {
    const data = { secret: sealSecondFactorSecret(secret), createdAt: now() };
    // Only over one that nobody has confirmed: two tabs must not exchange what an app was set up with.
    const { count } = await tx.secondFactor.updateMany({ where: { userId: user.id, confirmedAt: null }, data });
    if (count > 0) return;
    if (await tx.secondFactor.findUnique({ where: { userId: user.id }, select: { userId: true } })) {
      throw new AppError("conflict", enrolled);
    }
    await tx.secondFactor.create({ data: { userId: user.id, ...data }, select: { userId: true } });
  });
  return { secret, address: totpAddress(secret, name, user.email) };
}

/** Shown once; `tokenVersion` is for the token of the session that goes on. */
export type ConfirmedSecondFactor = { recoveryCodes: string[]; tokenVersion: number };

/**
 * Turns the second factor on, once a code shows that the app has the secret. Sessions that were started without it end.
 * @throws InputError for a wrong code; AppError "conflict" when nothing is being set up; "rate-limited", "forbidden"
 */
export async function confirmSecondFactor(
  actor: Actor,
  input: ConfirmSecondFactorInput,
): Promise<ConfirmedSecondFactor> {
  const user = requireAccount(actor);
  const { code, sessionId } = parseInput(confirmSecondFactorInput, input);
  const counter: Counter = { kind: "second-factor", subject: user.email };
  await takeAttempt([counter]);
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT user_id FROM second_factor WHERE user_id = ${user.id} FOR UPDATE`;
    const factor = await tx.secondFactor.findUnique({ where: { userId: user.id } });
    if (!factor) throw new AppError("conflict", "Nothing is being set up. Please start again.");
    if (factor.confirmedAt) throw new AppError("conflict", enrolled);
    const secret = openSecondFactorSecret(factor.secret);
    const step = secret === null ? null : matchTotpStep(secret, code, now());
    if (step === null) throw new InputError({ code: [wrongCode] });
    await tx.secondFactor.update({
      where: { userId: user.id },
      data: { confirmedAt: now(), lastStep: step },
      select: { userId: true },
    });
    const recoveryCodes = await replaceRecoveryCodes(tx, user.id);
    const tokenVersion = await endSessionsOf(tx, user.id, sessionId);
    await resetCounters(tx, [counter]);
    await queueSecurityMail(tx, "second-factor-on", user.email);
    await recordAudit(tx, user, { action: "second-factor.on", subjectType: "user", subjectId: user.id });
    return { recoveryCodes, tokenVersion };
  });
}

/**
 * Takes the second factor off.
 * @throws AppError "conflict" when there is none or the settings require it; InputError for a wrong password or code;
 * "rate-limited", "forbidden"
 */
export async function disableSecondFactor(actor: Actor, input: PasswordAndCodeInput): Promise<void> {
  const user = requireAccount(actor);
  const { password, code } = parseInput(passwordAndCodeInput, input);
  const refusal = secondFactorOffRefusal(user.role, await getSiteSettings());
  if (refusal) throw new AppError("conflict", refusal);
  await requireEnrolled(user.id);
  await confirmPassword(user, password);
  const counter: Counter = { kind: "second-factor", subject: user.email };
  await takeAttempt([counter]);
  await transaction(async (tx) => {
    if ((await redeemCode(tx, user.id, code)) === null) throw new InputError({ code: [wrongCode] });
    await removeSecondFactorOf(tx, user.id);
    await resetCounters(tx, [counter]);
    await queueSecurityMail(tx, "second-factor-off", user.email);
    await recordAudit(tx, user, { action: "second-factor.off", subjectType: "user", subjectId: user.id });
  });
}

/**
 * Makes new recovery codes; the old ones work no longer.
 * @returns the codes, shown once
 * @throws AppError "conflict" without a second factor; InputError for a wrong password; "rate-limited", "forbidden"
 */
export async function renewRecoveryCodes(actor: Actor, input: PasswordInput): Promise<string[]> {
  const user = requireAccount(actor);
  const { password } = parseInput(passwordInput, input);
  await requireEnrolled(user.id);
  await confirmPassword(user, password);
  return transaction(async (tx) => {
    const codes = await replaceRecoveryCodes(tx, user.id);
    await recordAudit(tx, user, { action: "recovery-codes.renewed", subjectType: "user", subjectId: user.id });
    return codes;
  });
}

/** Removes an authenticator app and its recovery codes. @returns whether there was one that counted */
export async function removeSecondFactorOf(tx: Transaction, userId: number): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  return count > 0;
}

async function requireEnrolled(userId: number): Promise<void> {
  const factor = await database().secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
  if (!factor?.confirmedAt) throw new AppError("conflict", "Your account has no second factor.");
}

async function replaceRecoveryCodes(tx: Transaction, userId: number): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const hashes = codes.map(recoveryCodeHash).filter((hash) => hash !== null);
  await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
  return codes;
}
