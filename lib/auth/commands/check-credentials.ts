/** Who somebody is, by password and, where the account has one, by its second factor. Starts no session. */
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { queueSecurityMail } from "@/lib/mail/commands/queue-security-mail";
import { unmatchableHash, verifyPassword } from "@/lib/users/password";
import { makeCodeTicket, readCodeTicket } from "../code-ticket";
import { countedNetwork } from "../network-address";
import { codeCheckInput, passwordCheckInput, type CodeCheckInput, type PasswordCheckInput } from "../schema";
import { redeemCode } from "./redeem-code";
import { resetCounters, returnTokens, takeAttempt, type Counter } from "./rate-limit";

/** An account that has shown who it is; startSession() takes it. */
export type ProvenAccount = { userId: number; tokenVersion: number };

export type PasswordCheck =
  | ({ kind: "proven" } & ProvenAccount)
  /** The password was right and a code must follow, with this ticket (checkCode). */
  | { kind: "code-needed"; ticket: string };

/** The same words for an unknown address, a wrong password and a disabled account. */
const refusal = "The e-mail address or the password is not right.";

/**
 * Checks a password. An unknown address costs the same time and is counted and answered like a wrong password.
 * @throws AppError "forbidden" when it is not right; "rate-limited" after too many attempts; "invalid"
 */
export async function checkPassword(input: PasswordCheckInput): Promise<PasswordCheck> {
  const { email, password, address } = parseInput(passwordCheckInput, input);
  const byAddress: Counter = { kind: "sign-in-address", subject: countedNetwork(address) };
  const byAccount: Counter = { kind: "sign-in-account", subject: email };
  await takeAttempt([byAddress, byAccount]);
  const user = await database().user.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      tokenVersion: true,
      disabledAt: true,
      secondFactor: { select: { confirmedAt: true } },
    },
  });
  const matches = await verifyPassword(password, user?.passwordHash ?? unmatchableHash);
  if (!user || !matches || user.disabledAt) throw new AppError("forbidden", refusal);
  const proven = { userId: user.id, tokenVersion: user.tokenVersion };
  const codeNeeded = Boolean(user.secondFactor?.confirmedAt);
  await transaction(async (tx) => {
    // A right password is no guess; the account's other attempts are forgotten once the owner is proven.
    await returnTokens(tx, codeNeeded ? [byAddress, byAccount] : [byAddress]);
    if (!codeNeeded) await resetCounters(tx, [byAccount]);
  });
  return codeNeeded ? { kind: "code-needed", ticket: makeCodeTicket(proven) } : { kind: "proven", ...proven };
}

/**
 * Checks the code that follows a right password. The owner is told by mail when it was a recovery code.
 * @throws AppError "gone" when the password must be typed again; "rate-limited"; InputError for a wrong code
 */
export async function checkCode(input: CodeCheckInput): Promise<ProvenAccount> {
  const { ticket, code } = parseInput(codeCheckInput, input);
  const proven = readCodeTicket(ticket);
  const user =
    proven &&
    (await database().user.findUnique({
      where: { id: proven.userId, tokenVersion: proven.tokenVersion, disabledAt: null },
      select: { email: true },
    }));
  if (!user) throw new AppError("gone", "That took too long. Please type your password again.");
  const counter: Counter = { kind: "second-factor", subject: user.email };
  await takeAttempt([counter]);
  const redeemed = await transaction(async (tx) => {
    const result = await redeemCode(tx, proven.userId, code);
    if (result === null) return null;
    await resetCounters(tx, [counter, { kind: "sign-in-account", subject: user.email }]);
    if (result === "recovery") await queueSecurityMail(tx, "recovery-code-used", user.email);
    return result;
  });
  if (redeemed === null) throw new InputError({ code: ["is not right. A code works once; wait for the next one."] });
  return proven;
}

/**
 * Password and code in one, for clients that have both.
 * @throws AppError as checkPassword() and checkCode(); InputError when a code is needed and none was given
 */
export async function checkCredentials(input: PasswordCheckInput & { code?: string }): Promise<ProvenAccount> {
  const { code, ...passwordInput } = input;
  const check = await checkPassword(passwordInput);
  if (check.kind === "proven") return { userId: check.userId, tokenVersion: check.tokenVersion };
  if (!code) throw new InputError({ code: ["is missing"] });
  return checkCode({ ticket: check.ticket, code });
}
