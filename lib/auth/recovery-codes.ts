/** Codes that stand in for a lost authenticator app. Pure. */
import { randomBytes } from "node:crypto";
import { sha256 } from "./one-time-token";

/** How many an account gets. */
export const recoveryCodeCount = 10;

/** No 0, 1, l or o, which look like each other on paper. */
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
/** 16 letters of 32 make 80 bits: nobody guesses one, nor finds one from its hash. */
const codeLength = 16;
const groupLength = 4;
const isCode = new RegExp(`^[${alphabet}]{${String(codeLength)}}$`);

/** New codes, for example "abcd-efgh-jkmn-pqrs". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = [...randomBytes(codeLength)].map((byte) => alphabet[byte % alphabet.length]).join("");
    return (letters.match(new RegExp(`.{${String(groupLength)}}`, "g")) ?? []).join("-");
  });
}

/** @returns the hash that is kept, whatever spaces, hyphens and capitals were typed; null for what can't be a code */
export function recoveryCodeHash(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "");
  return isCode.test(letters) ? sha256(letters) : null;
}
