/** Accounts begin with an invitation: its link proves that the address is the person's own. */
import { recordAudit } from "@/lib/audit/commands";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { createLink, takeLink } from "@/lib/auth/commands/one-time-links";
import type { ProvenAccount } from "@/lib/auth/commands/check-credentials";
import { authorise } from "@/lib/auth/permissions";
import { linkLifetimes } from "@/lib/auth/policy";
import { getOpenLink } from "@/lib/auth/queries";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { queueMail } from "@/lib/mail/commands/queue-mail";
import { invitationMail } from "@/lib/mail/templates";
import { getSiteSettings } from "@/lib/settings/queries";
import { absoluteUrl, invitationPath } from "@/lib/urls";
import { hashPassword } from "../password";
import {
  acceptInvitationInput,
  invitationInput,
  revokeInvitationInput,
  type AcceptInvitationInput,
  type InvitationInput,
  type RevokeInvitationInput,
} from "../schema";
import { addAccount } from "./add-account";

/**
 * Sends an invitation. Inviting an address again sends a new link; the one before works no longer.
 * @throws AppError "conflict" when the address has an account; "forbidden", "invalid"
 */
export async function inviteUser(actor: Actor, input: InvitationInput): Promise<void> {
  authorise(actor, "user.manage");
  const { email, role } = parseInput(invitationInput, input);
  const { name: siteName } = await getSiteSettings();
  const createdById = actorUserId(actor);
  await transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new AppError("conflict", `There is an account for ${email} already.`);
    }
    // Two administrators who invite one address at the same moment: the later waits here, and its link counts.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('invitation:' || ${email}, 0))`;
    await tx.oneTimeLink.deleteMany({ where: { kind: "invitation", email, usedAt: null } });
    const token = await createLink(tx, { kind: "invitation", email, role, createdById });
    const inviter =
      createdById === null ? null : await tx.user.findUnique({ where: { id: createdById }, select: { name: true } });
    await queueMail(
      tx,
      invitationMail({
        to: email,
        siteName,
        inviter: inviter?.name ?? null,
        role,
        href: absoluteUrl(invitationPath(token)),
        expires: linkLifetimes.invitation.words,
      }),
    );
    await recordAudit(tx, actor, {
      action: "user.invited",
      subjectType: "invitation",
      subjectId: email,
      after: { email, role },
    });
  });
}

/** Takes an open invitation back. @throws AppError "not-found" when it is not open; "forbidden", "invalid" */
export async function revokeInvitation(actor: Actor, input: RevokeInvitationInput): Promise<void> {
  authorise(actor, "user.manage");
  const { invitationId } = parseInput(revokeInvitationInput, input);
  await transaction(async (tx) => {
    const where = { id: invitationId, kind: "invitation", usedAt: null } as const;
    const invitation = await tx.oneTimeLink.findFirst({ where, select: { email: true, role: true } });
    const { count } = await tx.oneTimeLink.deleteMany({ where });
    if (!invitation || count === 0) throw new AppError("not-found", "This invitation is not open any more.");
    await recordAudit(tx, actor, {
      action: "user.invitation-revoked",
      subjectType: "invitation",
      subjectId: invitation.email,
      before: invitation,
    });
  });
}

/**
 * Makes the account that an invitation promises. Whoever has the link may; its address counts as proven.
 * @returns for startSession()
 * @throws AppError "gone" when the link works no longer; "conflict" when the address got an account otherwise; "invalid"
 */
export async function acceptInvitation(input: AcceptInvitationInput): Promise<ProvenAccount> {
  const { token, name, password } = parseInput(acceptInvitationInput, input);
  // Hashing costs; only links that work are worth it.
  await getOpenLink("invitation", token);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const { email, role } = await takeLink(tx, "invitation", token);
    if (role === null) throw new AppError("internal", "An invitation names no role.");
    const id = await addAccount(tx, { email, name, role, passwordHash });
    await recordAudit(
      tx,
      { kind: "user", id, email, role },
      { action: "user.created", subjectType: "user", subjectId: id, after: { email, name, role, by: "invitation" } },
    );
    return { userId: id, tokenVersion: 0 };
  });
}
