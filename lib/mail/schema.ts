import { z } from "zod";

/** One line of a header: a line break in it would start another header. */
const headerLine = z.string().regex(/^\P{Cc}+$/u, "must be one line of text");

export const mailInput = z.object({
  to: z.email().max(254),
  subject: headerLine.max(200),
  text: z.string().min(1),
  html: z.string().min(1),
});
/** A finished mail; both parts say the same. */
export type Mail = z.output<typeof mailInput>;

export const retryMailInput = z.object({ mailId: z.int().positive() });
export type RetryMailInput = z.input<typeof retryMailInput>;

/** queued: due at its next attempt; kept: there was no SMTP server, administrators read it in the desk. */
export type MailState = "queued" | "sent" | "failed" | "kept";
