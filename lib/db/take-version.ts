import { AppError } from "@/lib/errors";
import type { Transaction } from "./client";

/** Tables whose rows count their saves, and the column that names a row. */
const versioned = {
  category: "id",
  tag: "id",
  person: "id",
  page: "id",
  advertisement: "id",
  helpline: "id",
  menu: "name::text",
  setting: "key",
} as const;

/**
 * Raises the version of a row and keeps others from changing it until the transaction ends: of two who started from
 * the same version one goes through.
 * @returns the new version
 * @throws AppError "not-found"; "conflict" when somebody saved since `expectedVersion`
 */
export async function takeVersion(
  tx: Transaction,
  table: keyof typeof versioned,
  id: number | string,
  expectedVersion: number,
): Promise<number> {
  const key = versioned[table];
  const [row] = await tx.$queryRawUnsafe<{ version: number }[]>(
    `SELECT version FROM ${table} WHERE ${key} = $1 FOR UPDATE`,
    id,
  );
  if (!row) throw new AppError("not-found", `There is no such ${table}. Somebody may have removed it.`);
  if (row.version !== expectedVersion) {
    throw new AppError("conflict", "Somebody saved this since you opened it. Reload to see it as it is now.");
  }
  await tx.$executeRawUnsafe(`UPDATE ${table} SET version = version + 1 WHERE ${key} = $1`, id);
  return row.version + 1;
}
