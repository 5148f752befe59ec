/** Codes of authenticator apps (RFC 6238): SHA-1, six digits, 30 seconds, which is what every app understands. */
import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
/** RFC 6238 (5.2) recommends one step for the way and for clocks that differ. */
const tolerance = 1;
/** RFC 4226 (4, R6) recommends 160 bits. */
const secretBytes = 20;

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** The address that an app reads from a QR code. @param issuer the site's name @param account the e-mail address */
export function totpAddress(secret: string, issuer: string, account: string): string {
  return totp(secret, issuer, account).toString();
}

/**
 * Which time step a code belongs to.
 * @param code as typed: spaces are no part of it
 * @returns the step (30 seconds since 1970), or null when the code fits none of the three around `moment`
 */
export function matchTotpStep(secret: string, code: string, moment: Date): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = moment.getTime();
  const delta = totp(secret).validate({ token: digits, timestamp, window: tolerance });
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

function totp(secret: string, issuer = "", label = ""): TOTP {
  const parameters = { algorithm: "SHA1", digits: 6, period: periodSeconds };
  return new TOTP({ ...parameters, issuer, label, secret: Secret.fromBase32(secret) });
}
