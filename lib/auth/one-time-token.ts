/** Tokens of links that work once. Whoever has the token may; the database knows only its hash. */
import { createHash, randomBytes } from "node:crypto";

/** 256 bits: nobody guesses one, so a plain hash is enough. */
const tokenBytes = 32;

/** A new token. Lower-case hexadecimal, since addresses of the site are lower case. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(tokenBytes).toString("hex");
  return { token, hash: sha256(token) };
}

/** @returns 64 hexadecimal digits */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
