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

/**
 * Whether nobody has written anything yet, or a start that was writing the sample content ended in the middle of it.
 * @param database a server that this process has not started may have another at work, which may be writing it right now
 */
export async function lacksSampleContent({ owned }: EmbeddedDatabase): Promise<boolean> {
  const [row] = await sql<{ lacks: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM article) AND NOT EXISTS (SELECT 1 FROM category)
       OR $1 AND EXISTS (SELECT 1 FROM setting WHERE key = 'sample-content') AS lacks`,
    [owned],
  );
  return row?.lacks ?? false;
}

/** Remembers for the next start that the sample content is being written, until all of it is. */
export async function noteSampleContent(state: "begun" | "complete"): Promise<void> {
  await sql(
    state === "begun"
      ? `INSERT INTO setting (key, value) VALUES ('sample-content', '{"state": "begun"}') ON CONFLICT DO NOTHING`
      : "DELETE FROM setting WHERE key = 'sample-content'",
  );
}
