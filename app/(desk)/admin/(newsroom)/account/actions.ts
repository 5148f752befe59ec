"use server";
import { redirect } from "next/navigation";
import { disableSecondFactor, renewRecoveryCodes } from "@/lib/auth/commands/second-factor";
import { endAllSessions, endSession } from "@/lib/auth/commands/sessions";
import { deskSignInPath } from "@/lib/desk-urls";
import { changePassword, renameSelf } from "@/lib/users/commands/own-account";
import { deskAction } from "@/lib/web/desk-action";
import { enrollingUserOrNull, forgetCookie, renewDeskSession } from "@/lib/web/desk-session";
import { readForm } from "@/lib/web/read-form";

export const renameAction = deskAction(async (user, form): Promise<undefined> => {
  await renameSelf(user, readForm(form, { name: "text" }));
}, "Your name was saved.");

export const changePasswordAction = deskAction(async (user, form): Promise<undefined> => {
  const sessionId = (await enrollingUserOrNull())?.sessionId ?? "";
  const given = readForm(form, { currentPassword: "text", newPassword: "text" });
  const { tokenVersion } = await changePassword(user, { ...given, sessionId });
  await renewDeskSession({ id: user.id, sessionId }, tokenVersion);
}, "Your password was changed. Everywhere else you were signed out.");

export const endSessionAction = deskAction(async (user, form): Promise<undefined> => {
  await endSession(user, readForm(form, { sessionId: "text" }));
}, "Signed out there.");

export const endAllSessionsAction = deskAction(async (user): Promise<undefined> => {
  await endAllSessions(user);
  await forgetCookie();
  redirect(deskSignInPath);
});

/** @returns the new codes */
export const renewRecoveryCodesAction = deskAction((user, form) =>
  renewRecoveryCodes(user, readForm(form, { password: "text" })),
);

export const turnSecondFactorOffAction = deskAction(async (user, form): Promise<undefined> => {
  await disableSecondFactor(user, readForm(form, { password: "text", code: "text" }));
}, "The second factor is off.");
