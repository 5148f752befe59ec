/** A new password for somebody who has forgotten theirs, by a link in a mail. */
import { setTimeout as wait } from "node:timers/promises";
import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { createLink, deadLink, takeLink } from "@/lib/auth/commands/one-time-links";
import { takeAttempt } from "@/lib/auth/commands/rate-limit";
import { countedNetwork } from "@/lib/auth/network-address";
import { authorise } from "@/lib/auth/permissions";
import { linkLifetimes } from "@/lib/auth/policy";
import { getOpenLink } from "@/lib/auth/queries";
import { steadyMilliseconds } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { queueMail } from "@/lib/mail/commands/queue-mail";
import { passwordResetMail } from "@/lib/mail/templates";
import { getSiteSettings } from "@/lib/settings/queries";
import { absoluteUrl, passwordResetPath } from "@/lib/urls";
import { hashPassword } from "../password";
import {
  passwordLinkInput,
  requestPasswordResetInput,
  resetPasswordInput,
  type PasswordLinkInput,
  type RequestPasswordResetInput,
  type ResetPasswordInput,
} from "../schema";
import { setPassword } from "./set-password";

/** Milliseconds that every request takes at least: far more than the few in which a known address differs. */
const evenTime = 400;

/**
 * Sends a link for a new password, if there is an account for the address. The answer is the same when there is none, and
 * comes after the same time.
 * @throws AppError "rate-limited" by address typed and network alike, account or not; "invalid"
 */
export async function requestPasswordReset(input: RequestPasswordResetInput): Promise<void> {
  const { email, address } = parseInput(requestPasswordResetInput, input);
  const started = steadyMilliseconds();
  await takeAttempt([
    { kind: "password-reset-address", subject: countedNetwork(address) },
    { kind: "password-reset-account", subject: email },
  ]);
  const { name: siteName } = await getSiteSettings();
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email, disabledAt: null },
      select: { id: true, email: true, role: true },
    });
    if (!user) return;
    const token = await createLink(tx, { kind: "password_reset", email, userId: user.id });
    const href = absoluteUrl(passwordResetPath(token));
    const expires = linkLifetimes.password_reset.words;
    await queueMail(tx, passwordResetMail({ to: email, siteName, href, expires }));
    await recordAudit(
      tx,
      { kind: "user", ...user },
      { action: "user.password-reset-requested", subjectType: "user", subjectId: user.id },
    );
  });
  await wait(Math.max(0, evenTime - (steadyMilliseconds() - started)));
}

/**
 * Chooses a new password with a link. Signs the account out everywhere; signing in with it (and its second factor, which
 * stays) is the next step.
 * @throws AppError "gone" when the link works no longer; "invalid"
 */
export async function resetPassword(input: ResetPasswordInput): Promise<void> {
  const { token, password } = parseInput(resetPasswordInput, input);
  await getOpenLink("password_reset", token);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const { userId } = await takeLink(tx, "password_reset", token);
    const user = await tx.user.findUnique({
      where: { id: userId ?? 0, disabledAt: null },
      select: { id: true, email: true, role: true },
    });
    if (!user) throw new AppError("gone", deadLink);
    await setPassword(tx, user, passwordHash);
    await recordAudit(
      tx,
      { kind: "user", ...user },
      { action: "user.password-reset", subjectType: "user", subjectId: user.id },
    );
  });
}

/**
 * Makes a link for a new password, to be handed over by the operator instead of a mail.
 * @returns its absolute address
 * @throws AppError "not-found" when the address has no account that may sign in; "forbidden", "invalid"
 */
export async function makePasswordLink(actor: Actor, input: PasswordLinkInput): Promise<string> {
  authorise(actor, "user.manage");
  const { email } = parseInput(passwordLinkInput, input);
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email, disabledAt: null }, select: { id: true } });
    if (!user) throw new AppError("not-found", `There is no account for ${email} that may sign in.`);
    const token = await createLink(tx, { kind: "password_reset", email, userId: user.id });
    await recordAudit(tx, actor, { action: "user.password-link-made", subjectType: "user", subjectId: user.id });
    return absoluteUrl(passwordResetPath(token));
  });
}
