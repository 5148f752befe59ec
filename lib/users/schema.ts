import { z } from "zod";
import { networkAddress, typedEmail, typedPassword } from "@/lib/auth/schema";
import { roles } from "@/lib/auth/roles";

const email = z.string().trim().toLowerCase().min(1, "is missing").pipe(z.email("is not an e-mail address").max(254));
const name = z.string().trim().min(1, "is missing").max(120, "has at most 120 characters");
const role = z.enum(roles, { error: "is no role" });
/** NIST SP 800-63B: length is what counts; no rules of composition. */
const newPassword = z
  .string()
  .min(12, "needs at least 12 characters")
  .max(1000, "has at most 1000 characters")
  .refine((password) => new Set(password).size > 3, "is too simple: it repeats the same few characters");
/** Of a link. A text of any other form is no token. */
const token = z.string().max(200);
const userId = z.int("is no account").positive();

export const userInput = z.object({ email, name, role, password: newPassword });
export type UserInput = z.input<typeof userInput>;

export const invitationInput = z.object({ email, role });
export type InvitationInput = z.input<typeof invitationInput>;

export const revokeInvitationInput = z.object({ invitationId: z.int().positive() });
export type RevokeInvitationInput = z.input<typeof revokeInvitationInput>;

export const acceptInvitationInput = z.object({ token, name, password: newPassword });
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;

export const firstAdministratorInput = z.object({ token, email, name, password: newPassword });
export type FirstAdministratorInput = z.input<typeof firstAdministratorInput>;

export const requestPasswordResetInput = z.object({ email: typedEmail, address: networkAddress });
export type RequestPasswordResetInput = z.input<typeof requestPasswordResetInput>;

export const resetPasswordInput = z.object({ token, password: newPassword });
export type ResetPasswordInput = z.input<typeof resetPasswordInput>;

/** `sessionId`: the session that goes on. */
export const changePasswordInput = z.object({
  currentPassword: typedPassword,
  newPassword,
  sessionId: z.uuid(),
});
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

export const renameInput = z.object({ name });
export type RenameInput = z.input<typeof renameInput>;

export const roleInput = z.object({ userId, role });
export type RoleInput = z.input<typeof roleInput>;

export const accountInput = z.object({ userId });
export type AccountInput = z.input<typeof accountInput>;

export const passwordLinkInput = z.object({ email });
export type PasswordLinkInput = z.input<typeof passwordLinkInput>;
