/** How a new site gets its first administrator: by ADMIN_EMAIL and ADMIN_PASSWORD, or by a link printed at the start. */
import { recordAudit } from "@/lib/audit/commands";
import { systemActor, type Actor } from "@/lib/auth/actor";
import type { ProvenAccount } from "@/lib/auth/commands/check-credentials";
import { createLink, takeLink } from "@/lib/auth/commands/one-time-links";
import { getOpenLink } from "@/lib/auth/queries";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { absoluteUrl, firstAdministratorPath } from "@/lib/urls";
import { hashPassword } from "../password";
import { firstAdministratorInput, userInput, type FirstAdministratorInput } from "../schema";
import { addAccount } from "./add-account";

/**
 * Makes the link that makes the first administrator. One printed earlier works no longer.
 * @returns its absolute address, or null when there is an account already
 * @throws AppError "forbidden" for anybody but the magazine itself
 */
export async function makeFirstAdministratorLink(actor: Actor): Promise<string | null> {
  if (actor.kind !== "system") throw new AppError("forbidden", "Only the magazine itself makes this link.");
  return transaction(async (tx) => {
    if (!(await isWithoutAccounts(tx))) return null;
    await tx.oneTimeLink.deleteMany({ where: { kind: "first_administrator", usedAt: null } });
    const token = await createLink(tx, { kind: "first_administrator", email: "" });
    return absoluteUrl(firstAdministratorPath(token));
  });
}

/**
 * Makes the first administrator. Whoever has the link may, once, and while there is no account.
 * @returns for startSession()
 * @throws AppError "gone" when the link works no longer or there is an account; "invalid"
 */
export async function acceptFirstAdministratorLink(input: FirstAdministratorInput): Promise<ProvenAccount> {
  const { token, email, name, password } = parseInput(firstAdministratorInput, input);
  await getOpenLink("first_administrator", token);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const isFirst = await isWithoutAccounts(tx);
    await takeLink(tx, "first_administrator", token);
    if (!isFirst) throw new AppError("gone", "This site has an administrator already. Ask for an invitation.");
    const id = await addAccount(tx, { email, name, role: "administrator", passwordHash });
    await recordAudit(
      tx,
      { kind: "user", id, email, role: "administrator" },
      { action: "user.created", subjectType: "user", subjectId: id, after: { email, name, by: "first start" } },
    );
    return { userId: id, tokenVersion: 0 };
  });
}

/**
 * Makes the administrator that ADMIN_EMAIL and ADMIN_PASSWORD name, while there is no account.
 * @returns whether one was made
 * @throws AppError "invalid" when a variable can't be used
 */
export async function ensureAdministrator(): Promise<boolean> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env();
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) return false;
  const { password, ...account } = parseInput(userInput, {
    email: ADMIN_EMAIL,
    name: "Administrator",
    role: "administrator",
    password: ADMIN_PASSWORD,
  });
  return transaction(async (tx) => {
    if (!(await isWithoutAccounts(tx))) return false;
    const id = await addAccount(tx, { ...account, passwordHash: await hashPassword(password) });
    await recordAudit(tx, systemActor("cli"), {
      action: "user.created",
      subjectType: "user",
      subjectId: id,
      after: account,
    });
    return true;
  });
}

/** Whether there is no account at all, and keeps others who ask the same waiting until the transaction ends. */
async function isWithoutAccounts(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`;
  return (await tx.user.count()) === 0;
}
