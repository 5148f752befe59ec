import { runMigrations } from "graphile-worker";
import { Pool } from "pg";
import { AppError } from "@/lib/errors";
import { jobLogger } from "@/lib/jobs/queue-logger";
import { jobSchema } from "@/lib/jobs/queue-schema";

/** Makes or renews the job queue's schema in the database at `url`. @throws AppError "unavailable" with the library's words */
export async function deployQueue(url: string | undefined): Promise<void> {
  // One connection that is closed when this returns; a pool of the library's own would outlive it for a moment.
  const pool = new Pool({ connectionString: url, max: 1 });
  const ignore = (): void => undefined;
  pool.on("error", ignore).on("connect", ignore);
  try {
    await runMigrations({ pgPool: pool, schema: jobSchema, logger: jobLogger() });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new AppError("unavailable", `The job queue could not be migrated:\n${words}`, { cause: error });
  } finally {
    await pool.end();
  }
}
