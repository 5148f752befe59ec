/** Signing in for tests, by the verbs of the magazine. */
import { Secret, TOTP } from "otpauth";
import { checkPassword } from "@/lib/auth/commands/check-credentials";
import { confirmSecondFactor, startSecondFactor } from "@/lib/auth/commands/second-factor";
import { startSession } from "@/lib/auth/commands/sessions";
import { findActor } from "@/lib/auth/queries";
import type { SessionToken } from "@/lib/auth/schema";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { testPassword, type TestAccount } from "./accounts";

let networks = 0;

/** A network address that no other test has used: nothing is counted for it yet. */
export function aNetwork(): string {
  networks += 1;
  return `10.${String(Math.floor(networks / 250))}.0.${String(networks % 250)}`;
}

/** Signs in by password, from a network of its own. */
export async function aSession(account: TestAccount, password = testPassword): Promise<SessionToken> {
  const check = await checkPassword({ email: account.email, password, address: aNetwork() });
  if (check.kind !== "proven") throw new Error("a code is needed");
  return startSession({ userId: check.userId, tokenVersion: check.tokenVersion, userAgent: "Test", address: "::1" });
}

/** Whether a session's token opens the desk now. */
export async function isSignedIn(token: SessionToken): Promise<boolean> {
  return (await findActor(token)) !== null;
}

/** What an authenticator app shows at this moment, or `steps` half minutes later. */
export function appCode(secret: string, steps = 0): string {
  const totp = new TOTP({ algorithm: "SHA1", digits: 6, period: 30, secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: now().getTime() + steps * 30_000 });
}

export type TestSecondFactor = { secret: string; recoveryCodes: string[]; session: SessionToken };

/** Sets up an authenticator app. The code of the present half minute is used up by it. */
export async function aSecondFactor(account: TestAccount): Promise<TestSecondFactor> {
  const session = await aSession(account);
  const { secret } = await startSecondFactor(account.actor, { password: testPassword });
  const { recoveryCodes, tokenVersion } = await confirmSecondFactor(account.actor, {
    code: appCode(secret),
    sessionId: session.sessionId,
  });
  return { secret, recoveryCodes, session: { ...session, tokenVersion } };
}

/** Token of the link in the latest mail to an address, as it is kept without an SMTP server. */
export async function mailedToken(to: string): Promise<string> {
  const mail = await database().outgoingMail.findFirstOrThrow({ where: { to }, orderBy: { id: "desc" } });
  return /\/admin\/[a-z-]+\/([0-9a-f]{64})\b/.exec(mail.text)?.[1] ?? "no link";
}

/** Subjects of all mails to an address, oldest first. */
export async function mailsTo(to: string): Promise<string[]> {
  const mails = await database().outgoingMail.findMany({ where: { to }, orderBy: { id: "asc" } });
  return mails.map((mail) => mail.subject);
}

/** Actions of the audit log about an account, oldest first. */
export async function auditOf(subjectId: number | string): Promise<string[]> {
  const entries = await database().auditEntry.findMany({
    where: { subjectId: String(subjectId), subjectType: { in: ["user", "invitation"] } },
    orderBy: { id: "asc" },
  });
  return entries.map((entry) => entry.action);
}
