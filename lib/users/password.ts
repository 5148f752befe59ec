/** Passwords are kept as argon2id in the PHC string format. */
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. Memory in KiB. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const keyLength = 32;
const saltLength = 16;

/**
 * A hash that no password has, at the present cost: checking against it takes as long as against a real one, so that time
 * does not tell whether there is an account.
 */
export const unmatchableHash = phc(Buffer.alloc(saltLength), Buffer.alloc(keyLength));

/** @returns `$argon2id$v=19$m=…,t=…,p=…$salt$key` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const key = await deriveKey(password, salt, cost, keyLength);
  return phc(salt, key);
}

/** Compares in constant time. A string that is no argon2id hash matches nothing. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored);
  if (!match) return false;
  const [, memory, passes, parallelism, salt = "", key = ""] = match;
  const expected = Buffer.from(key, "base64");
  const storedCost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await deriveKey(password, Buffer.from(salt, "base64"), storedCost, expected.length);
  return timingSafeEqual(actual, expected);
}

function deriveKey(password: string, nonce: Buffer, parameters: typeof cost, tagLength: number): Promise<Buffer> {
  // The same character typed on two keyboards can be two code point sequences; NFKC makes them one (RFC 8265).
  return derive("argon2id", { message: password.normalize("NFKC"), nonce, tagLength, ...parameters });
}

function phc(salt: Buffer, key: Buffer): string {
  const parameters = `m=${String(cost.memory)},t=${String(cost.passes)},p=${String(cost.parallelism)}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(key)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
