/** The secret of an authenticator app as it lies in the database. */
import { openText, sealText } from "./sealed-text";

const purpose = "second-factor";

export function sealSecondFactorSecret(secret: string): string {
  return sealText(purpose, secret);
}

/** @returns null when it was sealed under another AUTH_SECRET */
export function openSecondFactorSecret(sealed: string): string | null {
  return openText(purpose, sealed);
}
