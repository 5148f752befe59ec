/** Short texts that only this magazine can read again (AES-256-GCM), so that a copy of the database gives them to nobody. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveAuthKey } from "./secret";

/** NIST SP 800-38D: 96 bits, never used twice. */
const nonceLength = 12;
const tagLength = 16;

/** @param purpose what the text is; a text sealed for one purpose can't be opened for another */
export function sealText(purpose: string, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", deriveAuthKey(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @returns the text, or null when it was changed or sealed under another AUTH_SECRET */
export function openText(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceLength + tagLength) return null;
  const decipher = createDecipheriv("aes-256-gcm", deriveAuthKey(purpose), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
