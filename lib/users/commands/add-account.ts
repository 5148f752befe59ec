import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/lib/errors";
import type { Role } from "@/lib/auth/roles";

export type NewAccount = { email: string; name: string; role: Role; passwordHash: string };

/** Writes the row of a new account. @returns its id @throws AppError "conflict" when the address has one already */
export async function addAccount(tx: Transaction, account: NewAccount): Promise<number> {
  try {
    const { id } = await tx.user.create({ data: { ...account, createdAt: now() }, select: { id: true } });
    return id;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", `There is an account for ${account.email} already.`);
  }
}
