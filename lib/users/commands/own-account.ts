/** What everybody may do to their own account. */
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { confirmPassword } from "@/lib/auth/commands/confirm-password";
import { requireAccount } from "@/lib/auth/require-account";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { hashPassword } from "../password";
import { changePasswordInput, renameInput, type ChangePasswordInput, type RenameInput } from "../schema";
import { setPassword } from "./set-password";

/**
 * Changes the actor's password. Every other session ends; this one goes on with a token of the new version.
 * @returns the new token version
 * @throws InputError for a wrong password; AppError "rate-limited", "forbidden", "invalid"
 */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<{ tokenVersion: number }> {
  const user = requireAccount(actor);
  const { currentPassword, newPassword, sessionId } = parseInput(changePasswordInput, input);
  await confirmPassword(user, currentPassword, "currentPassword");
  const passwordHash = await hashPassword(newPassword);
  return transaction(async (tx) => {
    const tokenVersion = await setPassword(tx, user, passwordHash, sessionId);
    await recordAudit(tx, user, { action: "user.password-changed", subjectType: "user", subjectId: user.id });
    return { tokenVersion };
  });
}

/** Changes the actor's name as the desk shows it. @throws AppError "forbidden", "invalid" */
export async function renameSelf(actor: Actor, input: RenameInput): Promise<void> {
  const user = requireAccount(actor);
  const { name } = parseInput(renameInput, input);
  await transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { name: true } });
    if (before.name === name) return;
    await tx.user.update({ where: { id: user.id }, data: { name }, select: { id: true } });
    await recordAudit(tx, user, {
      action: "user.renamed",
      subjectType: "user",
      subjectId: user.id,
      before,
      after: { name },
    });
  });
}
