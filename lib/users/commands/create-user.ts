import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { hashPassword } from "../password";
import { userInput, type UserInput } from "../schema";
import { addAccount } from "./add-account";

/**
 * Adds an account.
 * @returns its id
 * @throws AppError "conflict" when the address has one already; "forbidden", "invalid"
 */
export async function createUser(actor: Actor, input: UserInput): Promise<number> {
  authorise(actor, "user.manage");
  const { password, ...data } = parseInput(userInput, input);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const id = await addAccount(tx, { ...data, passwordHash });
    await recordAudit(tx, actor, { action: "user.created", subjectType: "user", subjectId: id, after: data });
    return id;
  });
}
