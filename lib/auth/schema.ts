/** Input of signing in, sessions and the second factor. */
import { z } from "zod";

/** A password that is checked, not chosen: whatever was typed, within reason. */
export const typedPassword = z.string().min(1, "is missing").max(1000, "is too long");
const typedCode = z.string().trim().min(1, "is missing").max(60, "is too long");
/** Of who asks, as a socket or a proxy gives it. */
export const networkAddress = z.string().max(200);
/** Any text that could name an account, so that no answer tells addresses apart before they are looked up. */
export const typedEmail = z.string().trim().toLowerCase().min(1, "is missing").max(254, "is too long");
/** What is left of the header a browser describes itself with. */
const userAgent = z
  .string()
  .transform(
    (agent) =>
      agent
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .slice(0, 300) || "unknown",
  )
  .default("unknown");

export const passwordCheckInput = z.object({ email: typedEmail, password: typedPassword, address: networkAddress });
export type PasswordCheckInput = z.input<typeof passwordCheckInput>;

export const codeCheckInput = z.object({
  /** From checkPassword(). */
  ticket: z.string().min(1).max(2000),
  /** Of the authenticator app, or a recovery code. */
  code: typedCode,
});
export type CodeCheckInput = z.input<typeof codeCheckInput>;

export const startSessionInput = z.object({
  userId: z.int().positive(),
  /** As the check of the credentials answered: what happened to the account since makes it another. */
  tokenVersion: z.int().min(0),
  userAgent,
  address: networkAddress,
});
export type StartSessionInput = z.input<typeof startSessionInput>;

export const sessionInput = z.object({ sessionId: z.uuid() });
export type SessionInput = z.input<typeof sessionInput>;

/** What a session's token says; signed, and still compared with the database at every request. */
export const sessionTokenSchema = z.object({
  userId: z.int().positive(),
  sessionId: z.uuid(),
  tokenVersion: z.int().min(0),
});
export type SessionToken = z.output<typeof sessionTokenSchema>;

export const passwordInput = z.object({ password: typedPassword });
export type PasswordInput = z.input<typeof passwordInput>;

/** `sessionId`: the session that goes on. */
export const confirmSecondFactorInput = z.object({ code: typedCode, sessionId: z.uuid() });
export type ConfirmSecondFactorInput = z.input<typeof confirmSecondFactorInput>;

export const passwordAndCodeInput = z.object({ password: typedPassword, code: typedCode });
export type PasswordAndCodeInput = z.input<typeof passwordAndCodeInput>;
