"use server";
import { confirmSecondFactor, startSecondFactor } from "@/lib/auth/commands/second-factor";
import { qrCode } from "@/lib/auth/qr-code";
import { AppError } from "@/lib/errors";
import { openAction } from "@/lib/web/desk-action";
import { enrollingUserOrNull, renewDeskSession, type DeskUser } from "@/lib/web/desk-session";
import { readForm } from "@/lib/web/read-form";

/** These also serve administrators who owe a second factor, for whom deskAction() would be too early. */
async function requireEnrollingUser(): Promise<DeskUser> {
  const user = await enrollingUserOrNull();
  if (!user) throw new AppError("forbidden", "You are no longer signed in. Sign in again, then start once more.");
  return user;
}

export const startSetup = openAction(async (form) => {
  const { secret, address } = await startSecondFactor(
    await requireEnrollingUser(),
    readForm(form, { password: "text" }),
  );
  return { secret, qr: qrCode(address) };
});

/** @returns the recovery codes */
export const confirmSetup = openAction(async (form) => {
  const user = await requireEnrollingUser();
  const { sessionId } = user;
  const given = { ...readForm(form, { code: "text" }), sessionId };
  const { recoveryCodes, tokenVersion } = await confirmSecondFactor(user, given);
  await renewDeskSession(user, tokenVersion);
  return recoveryCodes;
});
