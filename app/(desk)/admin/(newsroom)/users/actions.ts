"use server";
import type { Role } from "@/lib/auth/roles";
import { inviteUser, revokeInvitation } from "@/lib/users/commands/invitations";
import { changeRole, disableUser, enableUser, removeSecondFactor } from "@/lib/users/commands/manage-accounts";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

const account = { userId: "number" } as const;

/** A role as it was typed: the verb's schema says whether it is one. */
function roleOf(form: FormData): Role {
  return readForm(form, { role: "text" }).role as Role;
}

export const inviteAction = deskAction(async (user, form): Promise<undefined> => {
  await inviteUser(user, { ...readForm(form, { email: "text" }), role: roleOf(form) });
}, "The invitation is on its way.");

export const revokeAction = deskAction(async (user, form): Promise<undefined> => {
  await revokeInvitation(user, readForm(form, { invitationId: "number" }));
}, "The invitation was taken back.");

export const changeRoleAction = deskAction(async (user, form): Promise<undefined> => {
  await changeRole(user, { ...readForm(form, account), role: roleOf(form) });
}, "The role was changed.");

export const disableAction = deskAction(async (user, form): Promise<undefined> => {
  await disableUser(user, readForm(form, account));
}, "The account is disabled.");

export const enableAction = deskAction(async (user, form): Promise<undefined> => {
  await enableUser(user, readForm(form, account));
}, "The account is enabled.");

export const removeSecondFactorAction = deskAction(async (user, form): Promise<undefined> => {
  await removeSecondFactor(user, readForm(form, account));
}, "The second factor was removed.");
