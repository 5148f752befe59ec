/** The state of the database's schema. Prisma makes and applies migrations; this only asks and calls it. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { projectRoot } from "@/lib/project-root";
import { sql } from "./pool";

const run = promisify(execFile);

/** Names of migrations in the project that this database lacks. @throws AppError "unavailable" */
export async function pendingMigrations(): Promise<string[]> {
  const applied = new Set(await appliedMigrations());
  return projectMigrations().filter((name) => !applied.has(name));
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

/**
 * Runs `prisma migrate deploy` on the database at `url`.
 * @throws AppError "unavailable" with Prisma's own words
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
}
