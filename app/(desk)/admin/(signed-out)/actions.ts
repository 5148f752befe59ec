"use server";
import { redirect } from "next/navigation";
import { checkCode, checkPassword } from "@/lib/auth/commands/check-credentials";
import { ownDeskPath } from "@/lib/auth/own-path";
import { deskPath, deskPasswordChangedPath, deskSignInPath } from "@/lib/desk-urls";
import { acceptFirstAdministratorLink } from "@/lib/users/commands/first-administrator";
import { acceptInvitation } from "@/lib/users/commands/invitations";
import { requestPasswordReset, resetPassword } from "@/lib/users/commands/password-reset";
import { openAction } from "@/lib/web/desk-action";
import { askerAddress, closeDeskSession, openDeskSession } from "@/lib/web/desk-session";
import { readForm } from "@/lib/web/read-form";

/** The first step. @returns what the code must come with; without a second factor it leads on at once */
export const passwordStep = openAction(async (form) => {
  const { next, ...given } = readForm(form, { next: "text", email: "text", password: "text" });
  const check = await checkPassword({ ...given, address: askerAddress() });
  if (check.kind === "code-needed") return { ticket: check.ticket };
  await openDeskSession(check);
  redirect(ownDeskPath(next));
});

export const codeStep = openAction(async (form): Promise<undefined> => {
  const { next, ...given } = readForm(form, { next: "text", ticket: "text", code: "text" });
  await openDeskSession(await checkCode(given));
  redirect(ownDeskPath(next));
});

export const signOut = openAction(async (): Promise<undefined> => {
  await closeDeskSession();
  redirect(deskSignInPath);
});

/** @returns the address as it was typed */
export const forgotPassword = openAction(async (form) => {
  const { email } = readForm(form, { email: "text" });
  await requestPasswordReset({ email, address: askerAddress() });
  return email.trim();
});

export const choosePassword = openAction(async (form): Promise<undefined> => {
  await resetPassword(readForm(form, { token: "text", password: "text" }));
  redirect(deskPasswordChangedPath);
});

export const acceptInvitationAction = openAction(async (form): Promise<undefined> => {
  await openDeskSession(await acceptInvitation(readForm(form, { token: "text", name: "text", password: "text" })));
  redirect(deskPath);
});

export const becomeFirstAdministrator = openAction(async (form): Promise<undefined> => {
  const given = readForm(form, { token: "text", email: "text", name: "text", password: "text" });
  await openDeskSession(await acceptFirstAdministratorLink(given));
  redirect(deskPath);
});
