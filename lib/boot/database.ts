/** Makes sure that there is a database, that it is migrated, and that an empty embedded one has something to read. */
import path from "node:path";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "@/lib/db/embedded/server";
import { deployMigrations, pendingMigrations } from "@/lib/db/migrations";
import { sql } from "@/lib/db/pool";
import { env, setEnvironment } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * Uses DATABASE_URL, or starts the embedded Postgres when it is unset.
 * @returns the embedded database, to be stopped at the end; null for one of the operator's own
 * @throws AppError "unavailable"
 */
export async function openDatabase(): Promise<EmbeddedDatabase | null> {
  if (env().DATABASE_URL) return null;
  const embedded = await startEmbeddedDatabase(path.join(env().DATA_DIR, "postgres"));
  setEnvironment({ DATABASE_URL: embedded.url });
  log().info({ directory: env().DATA_DIR, isNew: embedded.isNew }, "embedded database started");
  return embedded;
}

/**
 * Applies what is missing; asks the database first, since starting Prisma's command takes seconds.
 * @returns names of the migrations that were missing
 */
export async function migrate(): Promise<string[]> {
  const pending = await pendingMigrations();
  if (pending.length === 0) return [];
  await deployMigrations();
  log().info({ migrations: pending }, "database migrated");
  return pending;
}

/** Whether nobody has written anything yet. */
export async function isEmpty(): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }>(
    "SELECT NOT EXISTS (SELECT 1 FROM article) AND NOT EXISTS (SELECT 1 FROM category) AS empty",
  );
  return row?.empty ?? false;
}
