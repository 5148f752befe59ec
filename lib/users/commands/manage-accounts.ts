/** What administrators do to accounts. Each holds at the very next request of the person concerned. */
import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { removeSecondFactorOf } from "@/lib/auth/commands/second-factor";
import { endSessionsOf } from "@/lib/auth/commands/sessions";
import { authorise } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { queueSecurityMail } from "@/lib/mail/commands/queue-security-mail";
import { accountChangeRefusal, type AccountChange } from "../policy";
import { accountInput, roleInput, type AccountInput, type RoleInput } from "../schema";

/** Gives an account another role. @throws AppError "conflict" for the last administrator; "not-found", "forbidden", "invalid" */
export async function changeRole(actor: Actor, input: RoleInput): Promise<void> {
  authorise(actor, "user.manage");
  const { userId, role } = parseInput(roleInput, input);
  await transaction(async (tx) => {
    const account = await lockAccount(tx, actor, userId, { kind: "role", role });
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "user.role-changed",
      subjectType: "user",
      subjectId: userId,
      before: { role: account.role },
      after: { role },
    });
  });
}

/**
 * Lets somebody in no longer. What they have written stays; their sessions and open links end.
 * @throws AppError "conflict" for the last administrator and for oneself; "not-found", "forbidden", "invalid"
 */
export async function disableUser(actor: Actor, input: AccountInput): Promise<void> {
  authorise(actor, "user.manage");
  const { userId } = parseInput(accountInput, input);
  await transaction(async (tx) => {
    await lockAccount(tx, actor, userId, { kind: "disable" });
    await tx.user.update({ where: { id: userId }, data: { disabledAt: now() }, select: { id: true } });
    await endSessionsOf(tx, userId);
    await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } });
    await recordAudit(tx, actor, { action: "user.disabled", subjectType: "user", subjectId: userId });
  });
}

/** Lets somebody in again. @throws AppError "conflict" when they were never out; "not-found", "forbidden", "invalid" */
export async function enableUser(actor: Actor, input: AccountInput): Promise<void> {
  authorise(actor, "user.manage");
  const { userId } = parseInput(accountInput, input);
  await transaction(async (tx) => {
    await lockAccount(tx, actor, userId, { kind: "enable" });
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null }, select: { id: true } });
    await recordAudit(tx, actor, { action: "user.enabled", subjectType: "user", subjectId: userId });
  });
}

/**
 * Takes the second factor off an account whose owner has lost phone and recovery codes. They are told by mail.
 * @throws AppError "conflict" when there is none; "not-found", "forbidden", "invalid"
 */
export async function removeSecondFactor(actor: Actor, input: AccountInput): Promise<void> {
  authorise(actor, "user.manage");
  const { userId } = parseInput(accountInput, input);
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (!user) throw new AppError("not-found", "There is no such account.");
    if (!(await removeSecondFactorOf(tx, userId))) {
      throw new AppError("conflict", "This account has no second factor.");
    }
    await endSessionsOf(tx, userId);
    await queueSecurityMail(tx, "second-factor-off", user.email);
    await recordAudit(tx, actor, { action: "second-factor.removed", subjectType: "user", subjectId: userId });
  });
}

type LockedAccount = { id: number; role: Role; disabled: boolean };

/**
 * Reads an account for a change, and keeps it and all administrators from others until the transaction ends: two
 * administrators who demote each other at the same moment do it one after the other, and the second is refused.
 * @throws AppError "not-found", "conflict"
 */
async function lockAccount(
  tx: Transaction,
  actor: Actor,
  userId: number,
  change: AccountChange,
): Promise<LockedAccount> {
  const locked = await tx.$queryRaw<LockedAccount[]>`
    SELECT id, role, disabled_at IS NOT NULL AS disabled FROM app_user
    WHERE id = ${userId} OR role = 'administrator' ORDER BY id FOR UPDATE`;
  const account = locked.find(({ id }) => id === userId);
  if (!account) throw new AppError("not-found", "There is no such account.");
  const administrators = locked.filter(({ role, disabled }) => role === "administrator" && !disabled).length;
  const refusal = accountChangeRefusal(account, change, { administrators, isSelf: actorUserId(actor) === userId });
  if (refusal) throw new AppError("conflict", refusal);
  return account;
}
