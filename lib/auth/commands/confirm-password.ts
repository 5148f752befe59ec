import { database } from "@/lib/db/client";
import { InputError } from "@/lib/input";
import { unmatchableHash, verifyPassword } from "@/lib/users/password";
import type { UserActor } from "../require-account";
import { returnTokens, takeAttempt, type Counter } from "./rate-limit";
import { transaction } from "@/lib/db/transaction";

/**
 * Asks somebody who is signed in for their password once more: an unlocked browser must not be enough to take an
 * account over. Counted with the attempts to sign in.
 * @param field under which a wrong password is reported
 * @throws InputError; AppError "rate-limited"
 */
export async function confirmPassword(user: UserActor, password: string, field = "password"): Promise<void> {
  const counter: Counter = { kind: "sign-in-account", subject: user.email };
  await takeAttempt([counter]);
  const row = await database().user.findUnique({ where: { id: user.id }, select: { passwordHash: true } });
  if (!(await verifyPassword(password, row?.passwordHash ?? unmatchableHash))) {
    throw new InputError({ [field]: ["is not right"] });
  }
  await transaction((tx) => returnTokens(tx, [counter]));
}
