/** AUTH_SECRET: what sessions are signed with, and what keys of this magazine are derived from. */
import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { env, EnvironmentError, setEnvironment } from "@/lib/env";

/**
 * Makes sure that there is an AUTH_SECRET. With a DATABASE_URL there may be several instances, which must share one, so
 * the operator sets it; with the embedded database it is made once and kept in DATA_DIR, readable by its owner only.
 * Call it before the embedded database is opened (which sets DATABASE_URL).
 * @throws EnvironmentError when there is a DATABASE_URL and no AUTH_SECRET
 */
export async function ensureAuthSecret(): Promise<void> {
  if (env().AUTH_SECRET) return;
  if (env().DATABASE_URL) {
    throw new EnvironmentError(
      "Bad environment: AUTH_SECRET must be set when DATABASE_URL is; make one with: openssl rand -hex 32",
    );
  }
  setEnvironment({ AUTH_SECRET: await keptSecret(path.join(env().DATA_DIR, "auth-secret")) });
}

/** The secret of this process. @throws EnvironmentError when ensureAuthSecret() was not called and none is set */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new EnvironmentError("Bad environment: AUTH_SECRET is not set");
  return secret;
}

/** Every page that names a drawn card signs with one: deriving it takes longer than signing. */
const derived = { secret: "", keys: new Map<string, Buffer>() };

/**
 * A key for one purpose, so that no two purposes share one (HKDF-SHA-256, RFC 5869).
 * @param purpose for example "second-factor"
 * @returns 32 bytes, not to be changed
 */
export function deriveAuthKey(purpose: string): Buffer {
  const secret = authSecret();
  if (derived.secret !== secret) Object.assign(derived, { secret, keys: new Map() });
  const known = derived.keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "mental-health-network", purpose, 32));
  derived.keys.set(purpose, key);
  return key;
}

async function keptSecret(file: string): Promise<string> {
  try {
    return await readSecret(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  await writeOnce(file, `${randomBytes(32).toString("hex")}\n`);
  return readSecret(file);
}

async function readSecret(file: string): Promise<string> {
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32) {
    throw new EnvironmentError(`Bad environment: ${file} holds no secret; delete it to have a new one made`);
  }
  // A backup that was unpacked may have given it to everybody.
  await chmod(file, 0o600);
  return secret;
}

/** Of two processes that start at the same moment one makes the file, whole or not at all; the other reads it. */
async function writeOnce(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  try {
    const handle = await open(/* turbopackIgnore: true */ temporary, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(temporary, file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}
