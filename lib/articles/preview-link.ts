/** Links that show a working copy to somebody without an account: signed, and over after a while. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveAuthKey } from "@/lib/auth/secret";

/** How long a link may hold, in days. */
export const previewDays = [1, 7, 30] as const;

/** Days that the pane beside the text holds its own link. */
export const panePreviewDays = 1;

const dayMilliseconds = 86_400_000;
/** 128 bits of HMAC-SHA-256 (RFC 2104, section 5: not less than half of the hash). */
const signatureLength = 32;

/**
 * Lower-case letters and digits only, because addresses of the site have no others.
 * @returns for example "17-tc3k2a-0f…"
 */
export function signPreview(articleId: number, expires: Date): string {
  const subject = `${String(articleId)}-${Math.ceil(expires.getTime() / 1000).toString(36)}`;
  return `${subject}-${signature(subject)}`;
}

/** When a link made at `moment` is over. */
export function previewExpiry(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * dayMilliseconds);
}

/** What a link shows, and until when; null when it is not one of ours, was changed, or is over. */
export function readPreview(token: string, moment: Date): { articleId: number; expires: Date } | null {
  const match = /^(([1-9]\d{0,9})-([0-9a-z]{1,10}))-([0-9a-f]+)$/.exec(token);
  const [, subject = "", articleId = "", seconds = "", given = ""] = match ?? [];
  if (!match || !isEqual(given, signature(subject))) return null;
  const expires = new Date(Number.parseInt(seconds, 36) * 1000);
  return expires > moment ? { articleId: Number(articleId), expires } : null;
}

function signature(subject: string): string {
  return createHmac("sha256", deriveAuthKey("preview")).update(subject).digest("hex").slice(0, signatureLength);
}

function isEqual(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}
