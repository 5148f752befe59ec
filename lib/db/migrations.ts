/**
 * The state of the database's schema: our tables, which Prisma migrates, and those of the job queue in a schema of their
 * own, which graphile-worker does. This only asks and calls them.
 */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { projectRoot } from "@/lib/project-root";
import { jobSchema } from "@/lib/jobs/queue-schema";
import { sql } from "./pool";

const run = promisify(execFile);

/** Names of migrations in the project that this database lacks. @throws AppError "unavailable" */
export async function pendingMigrations(): Promise<string[]> {
  const applied = new Set([...(await appliedMigrations()), ...(await appliedQueueMigrations())]);
  return [...projectMigrations(), ...queueMigrations()].filter((name) => !applied.has(name));
}

function projectMigrations(): string[] {
  return readdirSync(path.join(projectRoot, "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function appliedMigrations(): Promise<string[]> {
  const [table] = await sql<{ present: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (!table?.present) return [];
  const rows = await sql<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return rows.map((row) => row.migration_name);
}

/** The library ships one file a migration, numbered: 000001.sql. */
function queueMigrations(): string[] {
  return readdirSync(path.join(projectRoot, "node_modules", "graphile-worker", "sql"))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => queueMigration(Number.parseInt(name, 10)))
    .sort();
}

async function appliedQueueMigrations(): Promise<string[]> {
  const [table] = await sql<{ present: boolean }>(
    `SELECT to_regclass('${jobSchema}.migrations') IS NOT NULL AS present`,
  );
  if (!table?.present) return [];
  const rows = await sql<{ id: number }>(`SELECT id FROM ${jobSchema}.migrations`);
  return rows.map((row) => queueMigration(row.id));
}

function queueMigration(number: number): string {
  return `${jobSchema} ${String(number)}`;
}

/**
 * Runs `prisma migrate deploy` on the database at `url`, and makes or renews the job queue's schema. Several instances may
 * do it at the same time. The account needs the right to make a schema.
 * @throws AppError "unavailable" with the tool's own words
 */
export async function deployMigrations(url: string | undefined = env().DATABASE_URL): Promise<void> {
  const prisma = path.join(projectRoot, "node_modules", "prisma", "build", "index.js");
  try {
    await run(process.execPath, [prisma, "migrate", "deploy"], {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    });
  } catch (error) {
    const output = error as { stdout?: string; stderr?: string };
    const words = `${output.stdout ?? ""}\n${output.stderr ?? ""}`.trim();
    throw new AppError("unavailable", `The database could not be migrated:\n${words}`, { cause: error });
  }
  // Loaded when it is needed: pages that only ask do without the library.
  const { deployQueue } = await import("./deploy-queue");
  await deployQueue(url);
}
